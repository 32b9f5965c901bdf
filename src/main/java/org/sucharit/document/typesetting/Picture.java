package org.sucharit.document.typesetting;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** A raster picture in the form that files hold it: colours of sRGB, any transparency apart. */
public final class Picture {

    /** 25 million: an A4 page at 430 dots to the inch. */
    public static final int MOST_PIXELS = 25_000_000;

    private final int width;
    private final int height;
    private final byte[] colours;
    private final byte @Nullable [] opacity;

    private Picture(int width, int height, byte[] colours, byte @Nullable [] opacity) {
        this.width = width;
        this.height = height;
        this.colours = colours;
        this.opacity = opacity;
    }

    /**
     * @param file a PNG or JPEG
     * @throws IllegalArgumentException when it cannot be read as one, or has more than {@link #MOST_PIXELS}
     */
    public static Picture of(byte[] file) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IllegalArgumentException("Not a picture in a known format");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw new IllegalArgumentException("More than " + MOST_PIXELS + " pixels");
                }
                return of(reader.read(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("A broken picture", e);
        }
    }

    private static Picture of(BufferedImage read) throws IOException {
        int width = read.getWidth();
        int height = read.getHeight();
        boolean transparent = read.getColorModel().hasAlpha();
        BufferedImage image = read.getColorModel().getColorSpace().isCS_sRGB() ? read : converted(read, transparent);
        byte[] colours = new byte[3 * width * height];
        byte[] opacity = new byte[transparent ? width * height : 0];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                colours[3 * at] = (byte) (row[x] >> 16);
                colours[3 * at + 1] = (byte) (row[x] >> 8);
                colours[3 * at + 2] = (byte) row[x];
                if (transparent) {
                    opacity[at] = (byte) (row[x] >> 24);
                }
            }
        }
        return new Picture(width, height, deflated(colours), transparent ? deflated(opacity) : null);
    }

    /** In sRGB; greys keep their values, which the Java platform would take for linear ones and make lighter. */
    private static BufferedImage converted(BufferedImage read, boolean transparent) {
        int width = read.getWidth();
        int height = read.getHeight();
        BufferedImage image = new BufferedImage(
                width, height, transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        if (read.getColorModel().getColorSpace().getType() != ColorSpace.TYPE_GRAY) {
            return new ColorConvertOp(ColorSpace.getInstance(ColorSpace.CS_sRGB), null).filter(read, image);
        }
        Raster samples = read.getRaster();
        int most = (1 << read.getColorModel().getComponentSize(0)) - 1;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int grey = samples.getSample(x, y, 0) * 255 / most;
                int opacity = read.getColorModel().getAlpha(samples.getDataElements(x, y, null));
                image.setRGB(x, y, opacity << 24 | grey << 16 | grey << 8 | grey);
            }
        }
        return image;
    }

    public float widthToHeight() {
        return (float) width / height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Three bytes for each pixel, deflated. */
    byte[] colours() {
        return colours;
    }

    /** One byte for each pixel, deflated; null where all are opaque. */
    byte @Nullable [] opacity() {
        return opacity;
    }

    static byte[] deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(out, deflater)) {
            deflating.write(bytes);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }
}
