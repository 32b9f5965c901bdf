package org.sucharit.document.typesetting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/** One finished file on its way into an {@link Assembly}: its pages and its structure under new numbers. */
final class AssemblyPart {

    private static final List<COSName> OF_PAGE = List.of(
            COSName.MEDIA_BOX,
            COSName.CROP_BOX,
            COSName.ROTATE,
            COSName.RESOURCES,
            COSName.CONTENTS,
            COSName.GROUP,
            COSName.getPDFName("Tabs"));
    private static final List<COSName> OF_ELEMENT = List.of(
            COSName.S, COSName.PG, COSName.ALT, COSName.ACTUAL_TEXT, COSName.LANG, COSName.T, COSName.E, COSName.A);
    private static final COSName NUMS = COSName.getPDFName("Nums");
    private static final String SIGNATURE_FIELD = "Form";

    private final Assembly assembly;
    private final PdfOutput out;
    private final Map<COSObjectKey, Integer> numbers = new HashMap<>();
    private final Queue<COSObject> waiting = new ArrayDeque<>();

    private AssemblyPart(Assembly assembly) {
        this.assembly = assembly;
        this.out = assembly.out();
    }

    static void copy(byte[] pdf, Assembly assembly) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new AssemblyPart(assembly).copy(document);
        } catch (IOException e) {
            throw new IllegalArgumentException("Not a file of ours", e);
        }
    }

    private void copy(PDDocument document) {
        COSDictionary tree = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT);
        COSDictionary root = tree == null ? null : tree.getCOSDictionary(COSName.K);
        if (root == null) {
            throw new IllegalArgumentException("A file without structure");
        }
        for (PDPage page : document.getPages()) {
            numbers.put(key(page.getCOSObject()), out.next());
        }
        assembly.addPart(element(root, assembly.document(), true));
        Map<Integer, COSBase> parents = new HashMap<>();
        collect(tree.getCOSDictionary(COSName.PARENT_TREE), parents);
        for (PDPage page : document.getPages()) {
            page(page.getCOSObject(), parents.get(page.getStructParents()));
        }
        for (COSObject next = waiting.poll(); next != null; next = waiting.poll()) {
            object(next);
        }
    }

    private void page(COSDictionary page, @Nullable COSBase parentsOfMarks) {
        int node = assembly.pageNode();
        int number = numberOf(key(page));
        StringBuilder body =
                new StringBuilder("<</Type/Page/Parent ").append(node).append(" 0 R");
        entries(page, OF_PAGE, body);
        out.put(
                number,
                body.append("/StructParents ")
                        .append(assembly.nextKey())
                        .append(">>")
                        .toString());
        StringBuilder marks = new StringBuilder();
        value(parentsOfMarks == null ? new COSArray() : parentsOfMarks, marks);
        assembly.add(number, out.put(marks.toString()));
    }

    /** Writes a node of the structure with all under it, a signature's field left out; the root becomes a part. */
    private int element(COSDictionary element, int parent, boolean isRoot) {
        int number = out.next();
        if (numbers.put(key(element), number) != null) {
            throw new IllegalArgumentException("A structure that bites its tail");
        }
        StringBuilder body = new StringBuilder("<</P ").append(parent).append(" 0 R");
        entries(element, isRoot ? OF_ELEMENT.subList(1, OF_ELEMENT.size()) : OF_ELEMENT, body);
        body.append(isRoot ? "/S/Part" : "").append("/K[");
        COSBase kids = element.getDictionaryObject(COSName.K);
        if (kids instanceof COSArray array) {
            array.forEach(kid -> kid(kid, number, body));
        } else if (kids != null) {
            kid(kids, number, body);
        }
        out.put(number, body.append("]>>").toString());
        return number;
    }

    private void kid(COSBase kid, int parent, StringBuilder body) {
        COSBase direct = kid instanceof COSObject reference ? reference.getObject() : kid;
        if (direct instanceof COSInteger mark) {
            body.append(mark.intValue()).append(' ');
        } else if (direct instanceof COSDictionary dictionary) {
            String type = dictionary.getNameAsString(COSName.TYPE, "StructElem");
            if (type.equals("MCR")) {
                PdfObjects.value(dictionary, body, this::reference);
            } else if (type.equals("StructElem") && !SIGNATURE_FIELD.equals(dictionary.getNameAsString(COSName.S))) {
                body.append(element(dictionary, parent, false)).append(" 0 R ");
            }
        }
    }

    private void object(COSObject object) {
        int number = numberOf(object.getKey());
        StringBuilder body = new StringBuilder();
        if (object.getObject() instanceof COSStream stream) {
            for (Map.Entry<COSName, COSBase> entry : stream.entrySet()) {
                if (!entry.getKey().equals(COSName.LENGTH)) {
                    PdfObjects.entry(entry.getKey(), entry.getValue(), body, this::reference);
                }
            }
            try (var in = stream.createRawInputStream()) {
                out.stream(number, body.toString(), in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        } else {
            value(object.getObject(), body);
            out.put(number, body.toString());
        }
    }

    private void entries(COSDictionary from, List<COSName> names, StringBuilder body) {
        for (COSName name : names) {
            COSBase item = from.getItem(name);
            if (item != null) {
                PdfObjects.entry(name, item, body, this::reference);
            }
        }
    }

    private void value(COSBase value, StringBuilder body) {
        PdfObjects.value(value, body, this::reference);
    }

    private int reference(COSObject object) {
        return numbers.computeIfAbsent(object.getKey(), key -> {
            waiting.add(object);
            return out.next();
        });
    }

    private int numberOf(COSObjectKey key) {
        Integer number = numbers.get(key);
        if (number == null) {
            throw new IllegalArgumentException("A page or a node that stands nowhere");
        }
        return number;
    }

    private static COSObjectKey key(COSBase object) {
        COSObjectKey key = object.getKey();
        if (key == null) {
            throw new IllegalArgumentException("A page or a node that is no object of its own");
        }
        return key;
    }

    private static void collect(@Nullable COSDictionary node, Map<Integer, COSBase> to) {
        COSArray numbered = node == null ? null : node.getCOSArray(NUMS);
        for (int i = 0; numbered != null && i + 1 < numbered.size(); i += 2) {
            to.put(numbered.getInt(i), numbered.getObject(i + 1));
        }
        COSArray kids = node == null ? null : node.getCOSArray(COSName.KIDS);
        for (int i = 0; kids != null && i < kids.size(); i++) {
            if (kids.getObject(i) instanceof COSDictionary kid) {
                collect(kid, to);
            }
        }
    }
}
