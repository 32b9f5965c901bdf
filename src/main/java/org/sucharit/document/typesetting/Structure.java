package org.sucharit.document.typesetting;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which marks of one file are content of which node, and how the file says so (ISO 32000-1, 14.7). */
final class Structure {

    /** @param id the mark's number on its page, from 0 */
    private record Mark(int page, int id) {}

    /** The marks of one node and the box around them. */
    private static final class Content {

        private final List<Mark> marks = new ArrayList<>(1);
        private float left = Float.MAX_VALUE;
        private float bottom = Float.MAX_VALUE;
        private float right = -Float.MAX_VALUE;
        private float top = -Float.MAX_VALUE;
    }

    private final Tag root;
    private final Map<Tag, Content> contents = new IdentityHashMap<>();
    private final List<List<Tag>> pages = new ArrayList<>();
    private final Map<Tag, Integer> numbers = new IdentityHashMap<>();

    Structure(Tag root) {
        this.root = root;
    }

    /** Gives out the number of the node's next content on the page. */
    int mark(Tag tag, int page) {
        while (pages.size() <= page) {
            pages.add(new ArrayList<>());
        }
        List<Tag> marked = pages.get(page);
        content(tag).marks.add(new Mark(page, marked.size()));
        marked.add(tag);
        return marked.size() - 1;
    }

    /** Notes that the node's content reaches over the rectangle; points from the lower left corner of the page. */
    void cover(Tag tag, float left, float bottom, float right, float top) {
        for (Tag node = tag; node != null; node = node.parent()) {
            if (node.type() == Tag.Type.FIGURE) {
                Content content = content(node);
                content.left = Math.min(content.left, left);
                content.bottom = Math.min(content.bottom, bottom);
                content.right = Math.max(content.right, right);
                content.top = Math.max(content.top, top);
            }
        }
    }

    /**
     * Writes the tree and gives the number of its root.
     *
     * @param pageNumbers the objects of the pages
     */
    int write(PdfOutput out, int[] pageNumbers) {
        int tree = out.next();
        int document = write(root, tree, out, pageNumbers);
        StringBuilder byPage = new StringBuilder("<</Nums[");
        for (int page = 0; page < pages.size(); page++) {
            byPage.append(page).append('[');
            for (Tag tag : pages.get(page)) {
                byPage.append(number(tag)).append(" 0 R ");
            }
            byPage.append(']');
        }
        int parents = out.put(byPage.append("]>>").toString());
        out.put(
                tree,
                "<</Type/StructTreeRoot/K " + document + " 0 R/ParentTree " + parents + " 0 R/ParentTreeNextKey "
                        + pageNumbers.length + ">>");
        return tree;
    }

    private int write(Tag tag, int parent, PdfOutput out, int[] pageNumbers) {
        int number = out.next();
        numbers.put(tag, number);
        Content content = contents.get(tag);
        StringBuilder object = new StringBuilder(128);
        object.append("<</S/").append(tag.type().pdfName());
        object.append("/P ").append(parent).append(" 0 R");
        int home = content == null || content.marks.isEmpty()
                ? -1
                : content.marks.getFirst().page();
        if (home >= 0) {
            object.append("/Pg ").append(pageNumbers[home]).append(" 0 R");
        }
        object.append("/K[");
        if (content != null) {
            for (Mark mark : content.marks) {
                if (mark.page() == home) {
                    object.append(mark.id()).append(' ');
                } else {
                    object.append("<</Type/MCR/Pg ").append(pageNumbers[mark.page()]);
                    object.append(" 0 R/MCID ").append(mark.id()).append(">>");
                }
            }
        }
        for (Tag child : tag.children()) {
            if (isSaid(child)) {
                object.append(write(child, number, out, pageNumbers)).append(" 0 R ");
            }
        }
        object.append(']');
        attributes(tag, content, object);
        out.put(number, object.append(">>").toString());
        return number;
    }

    private static void attributes(Tag tag, @Nullable Content content, StringBuilder object) {
        String alt = tag.alt();
        if (alt != null) {
            object.append("/Alt").append(PdfOutput.text(alt));
        }
        if (tag.type() == Tag.Type.FIGURE && content != null) {
            object.append("/A<</O/Layout/Placement/Block/BBox[");
            for (float side : new float[] {content.left, content.bottom, content.right, content.top}) {
                PdfOutput.number(object, side);
                object.append(' ');
            }
            object.append("]>>");
        } else if (!tag.attributes().isEmpty()) {
            object.append("/A").append(tag.attributes());
        }
    }

    private boolean isSaid(Tag tag) {
        return tag.mayBeEmpty()
                || contents.containsKey(tag)
                || tag.children().stream().anyMatch(this::isSaid);
    }

    private Content content(Tag tag) {
        return contents.computeIfAbsent(tag, key -> new Content());
    }

    private int number(Tag tag) {
        Integer number = numbers.get(tag);
        if (number == null) {
            throw new IllegalStateException("Drawn for a " + tag.type() + " that is not part of the document");
        }
        return number;
    }
}
