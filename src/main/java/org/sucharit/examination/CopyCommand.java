package org.sucharit.examination;

import java.awt.image.BufferedImage;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import javax.imageio.ImageIO;

/**
 * {@code copy-file}: the part of this program that looks into files of strangers. It runs as a process of its own, which
 * knows no key, no database and no setting: a file comes in on its standard input, the copy goes out on its standard
 * output, and whatever a file may do to it is done to it alone.
 */
public final class CopyCommand {

    static final String NAME = "copy-file";

    /** In bytes; what is larger is not looked into. */
    static final int LARGEST = 64 * 1024 * 1024;

    /** The first byte of the answer. */
    static final int MADE = 1;

    static final int CANNOT = 2;

    private CopyCommand() {}

    public static boolean isMeant(String... args) {
        return args.length > 0 && args[0].equals(NAME);
    }

    /**
     * @param args the command's name and the type of the file
     * @return the exit value: 0, where the answer is whole
     */
    public static int run(InputStream in, PrintStream out, String... args) {
        System.setErr(new PrintStream(OutputStream.nullOutputStream())); // what it would tell are words of the file
        ImageIO.setUseCache(false);
        try (DataOutputStream answer = new DataOutputStream(out)) {
            answer(answer, in.readNBytes(LARGEST + 1), args[1]);
            return 0;
        } catch (IOException e) {
            return 1;
        }
    }

    private static void answer(DataOutputStream answer, byte[] file, String type) throws IOException {
        Made made;
        try {
            made = made(file, type);
        } catch (IOException | RuntimeException | StackOverflowError cannot) {
            answer.writeByte(CANNOT);
            return;
        }
        answer.writeByte(MADE);
        answer.writeUTF(made.type());
        answer.writeBoolean(made.cut());
        answer.writeInt(made.thumbnail().length);
        answer.write(made.thumbnail());
        answer.writeInt(made.copy().length);
        answer.write(made.copy());
    }

    /** Here for the fuzzing too: whatever the bytes, it makes a copy or throws one of these. */
    static Made made(byte[] file, String type) throws IOException {
        if (file.length > LARGEST) {
            throw new IOException("Too large");
        }
        if (type.equals(Copyable.PDF)) {
            return PdfPages.of(file);
        }
        if (Copyable.isPicture(type)) {
            Pictures pictures = new Pictures(file);
            int pages = pictures.pages();
            if (pages > 1 && type.equals("image/tiff")) {
                return PdfPages.of(pictures, pages);
            }
            BufferedImage picture = pictures.page(0);
            return new Made("image/jpeg", Pictures.jpeg(picture), Pictures.thumbnail(picture), false);
        }
        return new OfficeFile(file).cleaned(type);
    }
}
