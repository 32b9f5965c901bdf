package org.sucharit.register;

import org.sucharit.kernel.OrganisationId;

/** A checkpoint is made and on disk. */
public record CheckpointMade(OrganisationId organisation, MadeCheckpoint checkpoint) {}
