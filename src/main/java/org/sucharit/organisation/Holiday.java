package org.sucharit.organisation;

import java.time.LocalDate;

/** @param local whether the organisation added it to the national table */
public record Holiday(LocalDate day, String nameTh, boolean local) {}
