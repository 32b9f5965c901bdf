package org.sucharit.signin;

/**
 * The public half of a passkey.
 *
 * @param publicKey in COSE form, as the authenticator gave it
 * @param attestation what the authenticator said when it made the pair
 * @param transports how the browser may reach it, separated by commas
 * @param backupEligible whether its maker may copy it to other devices
 * @param signatureCount of the last use; 0 for ever where the authenticator does not count
 */
record Passkey(
        byte[] credentialId,
        byte[] publicKey,
        byte[] attestation,
        String transports,
        boolean backupEligible,
        long signatureCount) {}
