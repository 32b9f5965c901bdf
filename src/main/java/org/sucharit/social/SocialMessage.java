package org.sucharit.social;

import java.time.Instant;
import java.util.List;

/**
 * One message as a platform delivered it.
 *
 * @param sender the platform's own id of the account, which tells who reported
 * @param text empty where none was sent
 * @param attached what came with it and can be fetched
 * @param left how many things came with it that stay with the platform
 * @param raw the event as it was delivered
 */
record SocialMessage(
        Platform platform,
        String id,
        String sender,
        Instant at,
        String text,
        List<Attached> attached,
        int left,
        byte[] raw) {}
