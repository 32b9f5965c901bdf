package org.sucharit.document.typesetting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** What a file says of itself so that it is PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1). */
final class Archival {

    private static final String LANGUAGE = "th-TH";
    private static final String PRODUCER = "Sucharit";
    private static final DateTimeFormatter PDF_DATE = DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss");

    /** What PDF/UA's property means, which PDF/A wants told of all that its own edition of XMP does not know. */
    private static final String XMP = """
        <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
         xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
         xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
         xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
         xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
         xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
        <dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
        <xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate>
        <pdf:Producer>%s</pdf:Producer>
        <pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>Part of ISO 14289 followed</pdfaProperty:description>
        <pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        </rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description></rdf:RDF></x:xmpmeta>
        <?xpacket end="w"?>\
        """;

    private static final byte[] SRGB = profile();

    private Archival() {}

    /** Writes the catalog and what hangs on it, and ends the file. */
    static void finish(PdfOutput out, int pages, int structure, String title, ZonedDateTime time) {
        String clean = ThaiText.clean(title);
        ZonedDateTime second = time.truncatedTo(ChronoUnit.SECONDS);
        int metadata = out.deflate("/Type/Metadata/Subtype/XML", xmp(clean, second));
        int profile = out.deflated("/N 3", SRGB);
        int catalog = out.put("<</Type/Catalog/Pages " + pages + " 0 R/StructTreeRoot " + structure
                + " 0 R/MarkInfo<</Marked true>>/Lang(" + LANGUAGE + ")/Metadata " + metadata
                + " 0 R/ViewerPreferences<</DisplayDocTitle true>>/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
                + "/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile " + profile
                + " 0 R>>]>>");
        String date = PDF_DATE.format(second)
                + second.getOffset().getId().replace("Z", "+00:00").replace(":", "'") + "'";
        int information = out.put("<</Title" + PdfOutput.text(clean) + "/Producer(" + PRODUCER + ")/CreationDate("
                + date + ")/ModDate(" + date + ")>>");
        out.finish(catalog, information);
    }

    private static byte[] xmp(String title, ZonedDateTime time) {
        String when = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
        String escaped = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return XMP.formatted(escaped, LANGUAGE, when, when, PRODUCER).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] profile() {
        try {
            return Picture.deflated(Face.resource("sRGB.icc"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
