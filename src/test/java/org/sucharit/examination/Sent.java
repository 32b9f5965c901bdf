package org.sucharit.examination;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Calendar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;

/** Files as people send them, with more in them than one sees. */
public final class Sent {

    /** Stands in every file of these where nobody looks for it, and must be in no copy. */
    public static final String SECRET = "SomchaisOwnTelephone";

    /** {@link #picture} of 400 × 200, as a browser wrote it: the chunk {@code VP8} of a WebP file. */
    private static final String VP8 = """
            VlA4IDYBAACQGACdASqQAcgAPtFor1KoJiQioWgBABoJaW7hdrEDQAfiB8rhAfir+AAAMcyZMmS8nzZs2bNmzsWp90GEmpaPLhg/\
            ecd8MSj602M5QjMH69evXr169epWTBCxYsWLGJ7xMmSzZMELFixYsx3p06dKuUIxQIECBAhYxQICWXDmzZs2bNmzZs2ZH9LyFixY\
            sYolkyZMecoRigQIECBAgQID4jD+zZs2bNmzZs2bBsmCFixYsWZBEyZMlmyYIWLFixYsWLFiwblCMUCBAfAAAP7/PlVp4aHZM1z9\
            PpRBaA+qhzU9hO6fGfY/rn/1gPyARI07T2T6uK3Q3gID2rdDeAgPat0N4CBY+4cNnOSReYTgpddImpnaOwNk01JQcvdoorILxqDA\
            aqD9wRk5EIuYDVQfuCMmAAAA""";

    private Sent() {}

    /** Left half red, right half blue. */
    static BufferedImage picture(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        return picture;
    }

    /** A photograph with Exif: the orientation, and the camera's name. */
    public static byte[] photograph(int orientation) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(picture(400, 200), "jpeg", plain);
        byte[] exif = exif(orientation);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream to = new DataOutputStream(file);
        to.writeShort(0xFFD8);
        to.writeShort(0xFFE1);
        to.writeShort(exif.length + 8);
        to.writeBytes("Exif\0\0");
        to.write(exif);
        to.write(plain.toByteArray(), 2, plain.size() - 2);
        return file.toByteArray();
    }

    /** The same as {@link #photograph}, as a WebP file (RFC 9649). */
    public static byte[] webp(int orientation) throws IOException {
        byte[] picture = Base64.getMimeDecoder().decode(VP8);
        byte[] exif = exif(orientation);
        ByteBuffer file = ByteBuffer.allocate(30 + picture.length + 8 + exif.length + exif.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(file.capacity() - 8);
        file.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10);
        file.putInt(8); // holds Exif
        file.put(new byte[] {(byte) (399 & 0xff), 399 >> 8, 0, (byte) 199, 0, 0});
        file.put(picture);
        file.put("EXIF".getBytes(StandardCharsets.US_ASCII)).putInt(exif.length).put(exif);
        return file.array();
    }

    private static byte[] exif(int orientation) throws IOException {
        ByteArrayOutputStream exif = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(exif);
        byte[] name = (SECRET + "\0").getBytes(StandardCharsets.US_ASCII);
        out.writeBytes("MM\0*");
        out.writeInt(8);
        out.writeShort(2);
        out.writeShort(0x0110); // the camera's model
        out.writeShort(2);
        out.writeInt(name.length);
        out.writeInt(38);
        out.writeShort(0x0112); // the orientation
        out.writeShort(3);
        out.writeInt(1);
        out.writeShort(orientation);
        out.writeShort(0);
        out.writeInt(0);
        out.write(name);
        return exif.toByteArray();
    }

    /** With an author, a script that runs when it is opened, and a file inside. */
    public static byte[] pdf(int pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int n = 0; n < pages; n++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.setNonStrokingColor(Color.RED);
                    content.addRect(0, 0, 300, 842);
                    content.fill();
                }
            }
            document.getDocumentInformation().setAuthor(SECRET);
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('" + SECRET + "')"));
            PDEmbeddedFile inside = new PDEmbeddedFile(document);
            try (var to = inside.createOutputStream()) {
                to.write(SECRET.getBytes(StandardCharsets.US_ASCII));
            }
            inside.setModDate(Calendar.getInstance(TimeZone.getTimeZone("Asia/Bangkok")));
            PDComplexFileSpecification specification = new PDComplexFileSpecification();
            specification.setFile(SECRET);
            specification.setEmbeddedFile(inside);
            PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of(SECRET, specification));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            document.getDocumentCatalog().setNames(names);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    /** A letter of Word with a macro, an author, a picture from elsewhere and a photograph. */
    static byte[] word() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        text(parts, "[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Default Extension="xml" ContentType="application/xml"/>
                <Default Extension="jpeg" ContentType="image/jpeg"/>
                <Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>
                <Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>
                <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
                </Types>""");
        text(parts, "_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Type="http://x/officeDocument" Target="word/document.xml"/>
                <Relationship Id="rId2" Type="http://x/core-properties" Target="docProps/core.xml"/>
                </Relationships>""");
        text(parts, "word/document.xml", """
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
                <w:p><w:ins w:author="%s"><w:r><w:t>เห็นการทุจริต</w:t></w:r></w:ins>
                <w:r><w:instrText>INCLUDEPICTURE "http://%s.example/a.png"</w:instrText></w:r></w:p>
                </w:body></w:document>""".formatted(SECRET, SECRET));
        text(parts, "word/_rels/document.xml.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Type="http://x/vbaProject" Target="vbaProject.bin"/>
                <Relationship Id="rId2" Type="http://x/image" Target="media/image1.jpeg"/>
                <Relationship Id="rId3" Type="http://x/hyperlink" Target="http://%s.example/" TargetMode="External"/>
                </Relationships>""".formatted(SECRET));
        text(parts, "docProps/core.xml", "<a>" + SECRET + "</a>");
        text(parts, "word/vbaProject.bin", SECRET);
        parts.put("word/media/image1.jpeg", photograph(1));
        return zip(parts);
    }

    static byte[] writer() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        text(parts, "mimetype", "application/vnd.oasis.opendocument.text");
        text(parts, "content.xml", """
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
                  xmlns:dc="http://purl.org/dc/elements/1.1/"><office:scripts>%s</office:scripts>
                <office:body><office:text><text:p>เห็นการทุจริต<dc:creator>%s</dc:creator>
                <text:a xlink:href="http://%s.example/">x</text:a></text:p></office:text></office:body>
                </office:document-content>""".formatted(SECRET, SECRET, SECRET));
        text(parts, "meta.xml", "<a>" + SECRET + "</a>");
        text(parts, "Basic/Standard/Module1.xml", "<a>" + SECRET + "</a>");
        text(parts, "META-INF/manifest.xml", """
                <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
                <manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
                <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
                <manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
                </manifest:manifest>""");
        return zip(parts);
    }

    static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static void text(Map<String, byte[]> parts, String name, String text) {
        parts.put(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
