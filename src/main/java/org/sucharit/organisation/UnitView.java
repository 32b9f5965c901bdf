package org.sucharit.organisation;

public record UnitView(UnitId id, UnitKind kind, String nameTh, String nameEn) {}
