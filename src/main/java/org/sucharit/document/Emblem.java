package org.sucharit.document;

import org.sucharit.document.typesetting.Picture;

/** The picture at the head of an organisation's papers. */
public final class Emblem {

    private final Picture picture;

    private Emblem(Picture picture) {
        this.picture = picture;
    }

    /**
     * @param image a PNG or JPEG file
     * @throws IllegalArgumentException when it cannot be read as a picture
     */
    public static Emblem of(byte[] image) {
        return new Emblem(Picture.of(image));
    }

    Picture picture() {
        return picture;
    }
}
