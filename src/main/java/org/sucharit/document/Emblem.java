package org.sucharit.document;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.sucharit.document.UnusableEmblem.Reason;
import org.sucharit.document.typesetting.Picture;

/**
 * The picture at the head of an organisation's papers, as a raster fine enough for print: whatever else the uploaded
 * file held, as text about a camera or a program, is not in it.
 */
public final class Emblem {

    /** Of an uploaded file, in bytes. */
    public static final int MOST_BYTES = 2 * 1024 * 1024;

    private static final int MOST_PIXELS = 25_000_000;
    /** 3 cm at 400 dots to the inch and a little more. */
    private static final int SIDE = 512;

    private static final int LEAST_SIDE = 32;
    private static final int MOST_TIMES_LONGER = 4;

    /** What no picture needs and what would read a file, call a server or grow without end. */
    private static final Pattern REACHING_OUT = Pattern.compile(
            "<!DOCTYPE|<!ENTITY|<\\?xml-stylesheet|<script|<foreignObject|@import|\\son\\w+\\s*="
                    + "|href\\s*=\\s*[\"'](?!#|data:image/(?:png|jpeg);)|url\\(\\s*[\"']?(?!#)",
            Pattern.CASE_INSENSITIVE);

    /** What takes the longer to draw the finer it is, without end: dashes, filters, patterns, movement. */
    private static final Pattern INTRICATE =
            Pattern.compile("dasharray|<filter|<fe[A-Z]|<pattern|<animate|<set\\b", Pattern.CASE_INSENSITIVE);

    private final byte[] png;
    private final Picture picture;

    private Emblem(byte[] png) {
        this.png = png;
        this.picture = Picture.of(png);
    }

    /**
     * @param file a PNG, JPEG or SVG; an SVG may not refer to anything outside itself
     * @throws UnusableEmblem when it cannot be one
     */
    public static Emblem of(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new UnusableEmblem(Reason.TOO_LARGE);
        }
        BufferedImage image = isSvg(file) ? drawn(file) : read(file);
        checkSides(image.getWidth(), image.getHeight());
        return new Emblem(png(fitted(image)));
    }

    /** The picture as it is kept; {@link #of} reads it again. Not to be changed by the caller. */
    public byte[] png() {
        return png;
    }

    Picture picture() {
        return picture;
    }

    float widthToHeight() {
        return picture.widthToHeight();
    }

    private static boolean isSvg(byte[] file) {
        String start = new String(file, 0, Math.min(file.length, 1_000), StandardCharsets.UTF_8);
        return start.stripLeading().startsWith("<") || start.startsWith("\uFEFF<");
    }

    private static BufferedImage read(byte[] file) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new UnusableEmblem(Reason.NOT_A_PICTURE);
            }
            ImageReader reader = readers.next();
            try {
                String format = reader.getFormatName();
                if (!format.equalsIgnoreCase("png") && !format.equalsIgnoreCase("jpeg")) {
                    throw new UnusableEmblem(Reason.NOT_A_PICTURE);
                }
                reader.setInput(in, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw new UnusableEmblem(Reason.TOO_MANY_PIXELS);
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UnusableEmblem(Reason.BROKEN, e);
        }
    }

    private static BufferedImage drawn(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        if (REACHING_OUT.matcher(text).find()) {
            throw new UnusableEmblem(Reason.REACHES_OUT);
        }
        if (INTRICATE.matcher(text).find()) {
            throw new UnusableEmblem(Reason.TOO_INTRICATE);
        }
        try {
            LoaderContext context = LoaderContext.builder()
                    .externalResourcePolicy(ResourcePolicy.DENY_EXTERNAL)
                    .build();
            SVGDocument svg = new SVGLoader().load(new ByteArrayInputStream(file), URI.create("emblem:/"), context);
            if (svg == null) {
                throw new UnusableEmblem(Reason.BROKEN);
            }
            FloatSize size = svg.size();
            checkShape(size.width, size.height);
            float scale = SIDE / Math.max(size.width, size.height);
            int width = Math.max(1, Math.round(size.width * scale));
            int height = Math.max(1, Math.round(size.height * scale));
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
            Graphics2D graphics = smooth(image);
            svg.renderWithPlatform(NullPlatformSupport.INSTANCE, graphics, new ViewBox(width, height));
            graphics.dispose();
            return image;
        } catch (UnusableEmblem e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            // The reader of the format reports what it cannot read in many ways.
            throw new UnusableEmblem(Reason.BROKEN, e);
        }
    }

    private static void checkSides(int width, int height) {
        if (Math.max(width, height) < LEAST_SIDE) {
            throw new UnusableEmblem(Reason.TOO_SMALL);
        }
        checkShape(width, height);
    }

    private static void checkShape(float width, float height) {
        if (!(width > 0 && height > 0)) {
            throw new UnusableEmblem(Reason.BROKEN);
        }
        if (width > MOST_TIMES_LONGER * height || height > MOST_TIMES_LONGER * width) {
            throw new UnusableEmblem(Reason.TOO_LONG);
        }
    }

    private static BufferedImage fitted(BufferedImage image) {
        float scale = Math.min(1f, (float) SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, Math.round(image.getWidth() * scale));
        int height = Math.max(1, Math.round(image.getHeight() * scale));
        boolean transparent = image.getColorModel().hasAlpha();
        BufferedImage fitted = new BufferedImage(
                width, height, transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = smooth(fitted);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return fitted;
    }

    private static Graphics2D smooth(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        return graphics;
    }

    private static byte[] png(BufferedImage image) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UnusableEmblem(Reason.BROKEN, e);
        }
    }
}
