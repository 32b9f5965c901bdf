package org.sucharit.document.typesetting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Writes the bundled cluster tables anew after a change of font, on a host where the JDK can shape letters. */
final class ClusterBaker {

    private ClusterBaker() {}

    static byte[] bake(byte[] trueType) throws IOException {
        return ClusterTable.bake(Objects.requireNonNull(Shaper.of(trueType, 1000))::shape);
    }

    public static void main(String[] args) throws IOException {
        Path fonts = Path.of("src/main/resources/fonts");
        for (String face : new String[] {"Sarabun-Regular", "Sarabun-Bold"}) {
            byte[] font = Files.readAllBytes(fonts.resolve(face + ".ttf"));
            Files.write(fonts.resolve(face + ".clusters.gz"), bake(font));
        }
    }
}
