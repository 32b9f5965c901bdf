package org.sucharit.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** The picture at the head of an organisation's papers. */
public final class Emblem {

    private final byte[] image;
    private final float widthToHeight;

    private Emblem(byte[] image, float widthToHeight) {
        this.image = image;
        this.widthToHeight = widthToHeight;
    }

    /**
     * @param image a PNG or JPEG file
     * @throws IllegalArgumentException when it cannot be read as a picture
     */
    public static Emblem of(byte[] image) {
        try {
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(image));
            if (read == null) {
                throw new IllegalArgumentException("Not a picture in a known format");
            }
            return new Emblem(image.clone(), (float) read.getWidth() / read.getHeight());
        } catch (IOException e) {
            throw new IllegalArgumentException("A broken picture", e);
        }
    }

    byte[] image() {
        return image;
    }

    float widthToHeight() {
        return widthToHeight;
    }
}
