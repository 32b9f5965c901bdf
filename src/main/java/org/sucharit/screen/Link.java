package org.sucharit.screen;

/** A link on a page: a step of the breadcrumb, a tab. */
public record Link(String label, String href) {}
