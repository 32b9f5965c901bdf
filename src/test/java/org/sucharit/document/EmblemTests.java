package org.sucharit.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sucharit.document.UnusableEmblem.Reason;

class EmblemTests {

    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\">%s</svg>";

    @ParameterizedTest
    @CsvSource({"png, 300, 400", "jpeg, 2000, 1000", "png, 40, 60"})
    void takesPicturesAndKeepsTheirShape(String format, int width, int height) throws IOException {
        Emblem emblem = Emblem.of(picture(format, width, height));
        assertThat(emblem.widthToHeight()).isCloseTo((float) width / height, within(0.01f));
        BufferedImage kept = ImageIO.read(new ByteArrayInputStream(emblem.png()));
        assertThat(Math.max(kept.getWidth(), kept.getHeight())).isLessThanOrEqualTo(512);
        assertThat(Emblem.of(emblem.png()).png()).isEqualTo(emblem.png());
    }

    @Test
    void drawsAnSvg() throws IOException {
        Emblem emblem = Emblem.of(svg("<rect width=\"100\" height=\"50\" fill=\"#0000ff\"/>"));
        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(emblem.png()));
        assertThat(drawn.getRGB(drawn.getWidth() / 2, drawn.getHeight() / 4)).isEqualTo(Color.BLUE.getRGB());
        assertThat(drawn.getRGB(drawn.getWidth() / 2, drawn.getHeight() * 3 / 4) >>> 24)
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<image href=\"http://127.0.0.1:%d/x.png\" width=\"10\" height=\"10\"/>",
                "<image xlink:href='file:///etc/passwd' width=\"10\" height=\"10\"/>",
                "<style>@import url(http://127.0.0.1:%d/a.css);</style>",
                "<rect fill=\"url(http://127.0.0.1:%d/a.svg#b)\" width=\"9\" height=\"9\"/>",
                "<use href=\"http://127.0.0.1:%d/a.svg#b\"/>",
                "<rect onload=\"x()\" width=\"9\" height=\"9\"/>",
                "<foreignObject/>"
            })
    void refusesAnSvgThatReachesOutAndCallsNobody(String content) throws IOException {
        try (ServerSocket listener = new ServerSocket(0)) {
            listener.setSoTimeout(200);
            assertThat(refusal(svg(content.replace("%d", "" + listener.getLocalPort()))))
                    .isEqualTo(Reason.REACHES_OUT);
            assertThat(catchThrowableOfType(SocketTimeoutException.class, listener::accept))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<path d=\"M0 0L1000000000 1000000000\" stroke=\"black\" stroke-dasharray=\"0.00001 0.00001\"/>",
                "<path d=\"M0 0L9 9\" style=\"stroke-dasharray:1\"/>",
                "<filter id=\"a\"><feGaussianBlur stdDeviation=\"9999\"/></filter>",
                "<pattern id=\"a\" width=\"0.001\" height=\"0.001\"/>"
            })
    void refusesAnSvgThatTakesLongToDraw(String content) {
        assertThat(refusal(svg(content))).isEqualTo(Reason.TOO_INTRICATE);
    }

    @Test
    void refusesEntitiesThatGrow() {
        String bomb = "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                + SVG.formatted("<text>&b;</text>");
        assertThat(refusal(bomb.getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.REACHES_OUT);
        assertThat(refusal(bomb.getBytes(StandardCharsets.UTF_16))).isIn(Reason.NOT_A_PICTURE, Reason.BROKEN);
    }

    @Test
    void namesTheReasonOfEachRefusal() throws IOException {
        assertThat(refusal(new byte[] {1, 2, 3})).isEqualTo(Reason.NOT_A_PICTURE);
        assertThat(refusal(new byte[0])).isEqualTo(Reason.NOT_A_PICTURE);
        assertThat(refusal(new byte[Emblem.MOST_BYTES + 1])).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal(picture("png", 8, 8))).isEqualTo(Reason.TOO_SMALL);
        assertThat(refusal(picture("png", 500, 20))).isEqualTo(Reason.TOO_LONG);
        assertThat(refusal(picture("gif", 100, 100))).isEqualTo(Reason.NOT_A_PICTURE);
        byte[] cut = Arrays.copyOf(picture("png", 300, 300), 60);
        assertThat(refusal(cut)).isEqualTo(Reason.BROKEN);
        assertThat(refusal(svg("<rect"))).isEqualTo(Reason.BROKEN);
    }

    @Test
    void refusesAPictureOfMorePixelsThanItsSizeTells() throws IOException {
        assertThat(refusal(picture("png", 6_000, 5_000))).isEqualTo(Reason.TOO_MANY_PIXELS);
    }

    private static Reason refusal(byte[] file) {
        return catchThrowableOfType(UnusableEmblem.class, () -> Emblem.of(file)).reason();
    }

    private static byte[] svg(String content) {
        return SVG.formatted(content).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillOval(0, 0, width, height);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }
}
