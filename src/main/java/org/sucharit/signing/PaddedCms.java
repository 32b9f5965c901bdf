package org.sucharit.signing;

import eu.europa.esig.dss.cms.CMS;
import eu.europa.esig.dss.cms.object.CMSObjectUtils;
import eu.europa.esig.dss.model.InMemoryDocument;

/**
 * Reads signatures for EU DSS. In a PDF file zeros fill the room behind a signature (ISO 32000-2, 12.8.1); Bouncy
 * Castle refuses them since 1.85 when it reads from an array, as DSS 6.4 lets it, and not when it reads from a stream.
 * Public because it is found by name in {@code META-INF/services}, before the one that DSS brings.
 */
public final class PaddedCms extends CMSObjectUtils {

    @Override
    public CMS parseToCMS(byte[] padded) {
        return parseToCMS(new InMemoryDocument(padded));
    }
}
