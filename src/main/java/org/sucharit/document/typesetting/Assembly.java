package org.sucharit.document.typesetting;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZonedDateTime;
import java.util.Iterator;

/**
 * Several finished papers as one PDF file, to be printed in one go: PDF/A-2a and PDF/UA-1 as its parts are. Signatures are
 * left out, for they vouch for the part as it was. What is kept in memory is one part at a time, and of all others a few
 * bytes for each object.
 */
public final class Assembly {

    /** Pages, or their entries in the parent tree, that one node holds. */
    private static final int PER_NODE = 64;

    private final PdfOutput out;
    private final int pageTree;
    private final int structureTree;
    private final int document;
    private final StringBuilder pageNodes = new StringBuilder();
    private final StringBuilder pages = new StringBuilder();
    private final StringBuilder parentNodes = new StringBuilder();
    private final StringBuilder parents = new StringBuilder();
    private final StringBuilder parts = new StringBuilder();
    private int pageNode;
    private int count;

    private Assembly(OutputStream to) {
        out = new PdfOutput(to);
        pageTree = out.next();
        structureTree = out.next();
        document = out.next();
    }

    /**
     * Writes the parts one behind the other, each asked for when the one before it is done. A cover list comes as the
     * first part: the number of pages of each paper is known since it was made.
     *
     * @param parts files of {@link PdfFile}, signed or not
     * @throws IllegalArgumentException when a part is another kind of file; what was written by then is of no use
     * @throws IOException when {@code out} takes no more
     */
    public static void write(OutputStream out, String title, ZonedDateTime time, Iterator<byte[]> parts)
            throws IOException {
        try {
            Assembly assembly = new Assembly(out);
            while (parts.hasNext()) {
                AssemblyPart.copy(parts.next(), assembly);
            }
            assembly.finish(title, time);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    PdfOutput out() {
        return out;
    }

    /** The node under which the next page stands. */
    int pageNode() {
        if (count % PER_NODE == 0) {
            endNodes();
            pageNode = out.next();
            pageNodes.append(pageNode).append(" 0 R ");
        }
        return pageNode;
    }

    /**
     * Takes a page in.
     *
     * @param parentsOfMarks the object that lists what the page's marks are content of
     */
    void add(int page, int parentsOfMarks) {
        pages.append(page).append(" 0 R ");
        parents.append(count).append(' ').append(parentsOfMarks).append(" 0 R ");
        count++;
    }

    /** The key of the next page in the parent tree. */
    int nextKey() {
        return count;
    }

    /** The node under which the roots of all parts stand. */
    int document() {
        return document;
    }

    /** Takes the root of a part's structure in. */
    void addPart(int root) {
        parts.append(root).append(" 0 R ");
    }

    private void endNodes() {
        if (pages.isEmpty()) {
            return;
        }
        int first = (count - 1) / PER_NODE * PER_NODE;
        out.put(
                pageNode,
                "<</Type/Pages/Parent " + pageTree + " 0 R/Count " + (count - first) + "/Kids[" + pages + "]>>");
        int node = out.put("<</Limits[" + first + " " + (count - 1) + "]/Nums[" + parents + "]>>");
        parentNodes.append(node).append(" 0 R ");
        pages.setLength(0);
        parents.setLength(0);
    }

    private void finish(String title, ZonedDateTime time) {
        endNodes();
        out.put(pageTree, "<</Type/Pages/Count " + count + "/Kids[" + pageNodes + "]>>");
        out.put(document, "<</S/Document/P " + structureTree + " 0 R/K[" + parts + "]>>");
        int parentTree = out.put("<</Kids[" + parentNodes + "]>>");
        out.put(
                structureTree,
                "<</Type/StructTreeRoot/K " + document + " 0 R/ParentTree " + parentTree + " 0 R/ParentTreeNextKey "
                        + count + ">>");
        Archival.finish(out, pageTree, structureTree, title, time);
    }
}
