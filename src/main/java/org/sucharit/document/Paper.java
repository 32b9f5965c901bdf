package org.sucharit.document;

import java.util.List;

/**
 * All that one paper is made from, but for the words of its template.
 *
 * @param fields exactly those that the kind's templates may name
 * @param cosigners who sign together with the signer, as the members of a committee; usually none
 * @param opinions in the order in which they are given; empty for papers without
 */
public record Paper(
        DocumentKind kind,
        Heading heading,
        Fields fields,
        Signer signer,
        List<Signer> cosigners,
        List<Opinion> opinions) {

    public Paper {
        cosigners = List.copyOf(cosigners);
        opinions = List.copyOf(opinions);
    }

    public Paper(DocumentKind kind, Heading heading, Fields fields, Signer signer, List<Opinion> opinions) {
        this(kind, heading, fields, signer, List.of(), opinions);
    }

    public Paper(DocumentKind kind, Heading heading, Fields fields, Signer signer) {
        this(kind, heading, fields, signer, List.of(), List.of());
    }
}
