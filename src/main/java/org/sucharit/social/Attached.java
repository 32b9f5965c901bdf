package org.sucharit.social;

/**
 * Something that came with a message and lies with the platform.
 *
 * @param at where: Facebook's own address of it, LINE's id of the message
 * @param kind image, video, audio, file or sticker, as the platform calls it
 * @param name that the sender gave it; empty where it has none
 */
record Attached(Platform platform, String at, String kind, String name) {

    private static final int LONGEST_NAME = 200;

    Attached {
        name = name.replaceAll(".*[/\\\\]", "").replaceAll("\\p{C}", "").strip();
        name = name.substring(Math.max(0, name.length() - LONGEST_NAME)); // its end says what kind it is
    }
}
