package org.sucharit.examination;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/** One XML part of an office document, read and written anew without what {@link OfficeFile} leaves out. */
final class OfficeXml {

    private static final String NOWHERE = "about:blank";

    /** Elements that go with all that is in them. */
    private static final Set<String> LEFT_OUT = Set.of(
            "scripts",
            "event-listeners",
            "creator",
            "initial-creator",
            "printed-by",
            "fileSharing",
            "absPath",
            "attachedTemplate",
            "mailMerge",
            "custDataLst");

    /** Attributes that name people or tell where the document lay. */
    private static final Set<String> NAMING =
            Set.of("author", "initials", "userId", "providerId", "userName", "displayName");

    /** A field of Word that fetches or runs. */
    private static final Pattern FETCHES = Pattern.compile(
            "(?i).*\\b(INCLUDE\\w*|DDE\\w*|LINK|HYPERLINK|IMPORT|DATABASE|AUTOTEXT)\\b.*", Pattern.DOTALL);

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main";
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main";
    private static final String POWERPOINT =
            "application/vnd.openxmlformats-officedocument.presentationml.presentation.main";

    private final String name;
    private final Set<String> kept;
    private final XMLEventFactory events = XMLEventFactory.newFactory();

    /** @param kept the names of the parts that come along */
    OfficeXml(String name, Set<String> kept) {
        this.name = name;
        this.kept = kept;
    }

    byte[] cleaned(byte[] part) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLEventReader in = input().createXMLEventReader(new ByteArrayInputStream(part));
            XMLEventWriter to = XMLOutputFactory.newFactory().createXMLEventWriter(out, "UTF-8");
            int skipping = 0;
            boolean field = false;
            boolean author = false;
            while (in.hasNext()) {
                XMLEvent event = in.nextEvent();
                if (event.isStartElement() && (skipping > 0 || isLeftOut(event.asStartElement()))) {
                    skipping++;
                } else if (event.isEndElement() && skipping > 0) {
                    skipping--;
                } else if (skipping == 0) {
                    if (event.isStartElement()) {
                        String element = event.asStartElement().getName().getLocalPart();
                        field = element.equals("instrText");
                        author = element.equals("author");
                        to.add(start(event.asStartElement()));
                    } else if (event.isCharacters()
                            && (author
                                    || field
                                            && FETCHES.matcher(
                                                            event.asCharacters().getData())
                                                    .matches())) {
                        to.add(events.createCharacters(" "));
                    } else if (!event.isProcessingInstruction() && event.getEventType() != XMLEvent.COMMENT) {
                        field = field && !event.isEndElement();
                        author = author && !event.isEndElement();
                        to.add(event);
                    }
                }
            }
            to.close();
        } catch (XMLStreamException e) {
            throw new IOException("Not well formed", e);
        }
        return out.toByteArray();
    }

    private static XMLInputFactory input() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    private boolean isLeftOut(StartElement element) {
        String local = element.getName().getLocalPart();
        return LEFT_OUT.contains(local)
                || local.equals("Relationship") && leadsToNothing(element)
                || local.equals("Override")
                        && !kept.contains(value(element, "PartName").replaceFirst("^/", ""))
                || local.equals("file-entry") && !isThere(value(element, "full-path"));
    }

    private boolean isThere(String path) {
        return path.equals("/") || kept.contains(path);
    }

    /** To a part that does not come along. */
    private boolean leadsToNothing(StartElement relationship) {
        if (value(relationship, "TargetMode").equals("External")) {
            return value(relationship, "Type").endsWith("/attachedTemplate");
        }
        String target = value(relationship, "Target");
        String folder = name.replaceFirst("_rels/[^/]*$", "");
        String path = target.startsWith("/") ? target.substring(1) : normal(folder + target);
        return !kept.contains(path);
    }

    private static String normal(String path) {
        List<String> steps = new ArrayList<>();
        for (String step : path.split("/")) {
            if (step.equals("..") && !steps.isEmpty()) {
                steps.removeLast();
            } else if (!step.equals(".") && !step.isEmpty()) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    private StartElement start(StartElement element) {
        boolean external = value(element, "TargetMode").equals("External");
        List<Attribute> attributes = new ArrayList<>();
        for (Iterator<Attribute> all = element.getAttributes(); all.hasNext(); ) {
            Attribute attribute = all.next();
            String local = attribute.getName().getLocalPart();
            String value = attribute.getValue();
            if (NAMING.contains(local)) {
                value = "";
            } else if (external && local.equals("Target") || local.equals("href") && leadsOut(value)) {
                value = NOWHERE;
            } else if (local.equals("ContentType")) {
                value = value.replace("macroEnabled.main+xml", "main+xml")
                        .replace("application/vnd.ms-word.document.main", WORD)
                        .replace("application/vnd.ms-excel.sheet.main", EXCEL)
                        .replace("application/vnd.ms-powerpoint.presentation.main", POWERPOINT);
            } else if (local.equals("instr") && FETCHES.matcher(value).matches()) {
                value = " ";
            }
            attributes.add(events.createAttribute(attribute.getName(), value));
        }
        return events.createStartElement(element.getName(), attributes.iterator(), element.getNamespaces());
    }

    private static boolean leadsOut(String href) {
        String lower = href.toLowerCase(Locale.ROOT);
        return lower.contains(":") || lower.startsWith("//") || lower.startsWith("..");
    }

    private static String value(StartElement element, String local) {
        for (Iterator<Attribute> all = element.getAttributes(); all.hasNext(); ) {
            Attribute attribute = all.next();
            if (attribute.getName().getLocalPart().equals(local)) {
                return attribute.getValue();
            }
        }
        return "";
    }
}
