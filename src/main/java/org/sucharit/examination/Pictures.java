package org.sucharit.examination;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures drawn anew, so that only what one sees is left of them. */
final class Pictures {

    /** Of the longer side, in pixels. */
    static final int LARGEST = 2400;

    static final int THUMBNAIL = 320;

    /** In pixels; a picture of more is a bomb. */
    private static final long MOST = 400_000_000;

    private static final int MOST_PAGES = 100;
    private static final float QUALITY = 0.88f;

    private final byte[] file;

    Pictures(byte[] file) {
        this.file = file;
    }

    /** How many pictures the file holds, as a scan of several pages does. */
    int pages() throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            ImageReader reader = reader(in);
            try {
                return Math.min(MOST_PAGES, Math.max(1, reader.getNumImages(true)));
            } finally {
                reader.dispose();
            }
        }
    }

    /** The picture upright, no larger than {@link #LARGEST}. */
    BufferedImage page(int page) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            ImageReader reader = reader(in);
            try {
                int width = reader.getWidth(page);
                int height = reader.getHeight(page);
                if ((long) width * height > MOST) {
                    throw new IOException("Too many pixels");
                }
                if (reader.getFormatName().equalsIgnoreCase("webp")) {
                    WebpFrames.check(file, width, height);
                }
                ImageReadParam param = reader.getDefaultReadParam();
                int step = Math.max(1, Math.max(width, height) / (2 * LARGEST));
                param.setSourceSubsampling(step, step, 0, 0);
                return scaled(upright(reader.read(page, param), orientation()), LARGEST);
            } finally {
                reader.dispose();
            }
        }
    }

    private static ImageReader reader(ImageInputStream in) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            throw new IOException("No picture");
        }
        ImageReader reader = readers.next();
        reader.setInput(in, false, true);
        return reader;
    }

    private int orientation() {
        try {
            Directory exif = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            return exif != null && exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                    ? exif.getInt(ExifIFD0Directory.TAG_ORIENTATION)
                    : 1;
        } catch (ImageProcessingException | MetadataException | IOException none) {
            return 1; // a picture whose notes cannot be read is shown as it lies
        }
    }

    /** Turned and mirrored as Exif 2.32 numbers it, 4.6.4 A. */
    static BufferedImage upright(BufferedImage picture, int orientation) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        AffineTransform turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
        return orientation >= 5 && orientation <= 8
                ? drawn(picture, height, width, turn)
                : drawn(picture, width, height, turn);
    }

    static BufferedImage scaled(BufferedImage picture, int longest) {
        double scale = (double) longest / Math.max(picture.getWidth(), picture.getHeight());
        return scale >= 1
                ? picture
                : drawn(
                        picture,
                        Math.max(1, (int) Math.round(picture.getWidth() * scale)),
                        Math.max(1, (int) Math.round(picture.getHeight() * scale)),
                        AffineTransform.getScaleInstance(scale, scale));
    }

    /** On white, because a JPEG is not seen through. */
    private static BufferedImage drawn(BufferedImage picture, int width, int height, AffineTransform how) {
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        graphics.drawImage(picture, how, null);
        graphics.dispose();
        return drawn;
    }

    static byte[] jpeg(BufferedImage picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream to = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(to);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** @param format by which ImageIO knows it */
    static byte[] as(String format, BufferedImage picture) throws IOException {
        if (format.equals("jpeg")) {
            return jpeg(picture);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, format.equals("tif") ? "tiff" : format, out)) {
            throw new IOException("No such format");
        }
        return out.toByteArray();
    }

    static byte[] thumbnail(BufferedImage picture) throws IOException {
        return jpeg(scaled(picture, THUMBNAIL));
    }
}
