package org.sucharit.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** A unit; units stand in the order in which they were added. */
@Entity
class Unit extends Owned {

    @Enumerated(EnumType.STRING)
    private UnitKind kind;

    private String nameTh;
    private String nameEn;
    private int ordinal;

    @SuppressWarnings("NullAway.Init")
    Unit() {}

    Unit(UnitKind kind, String nameTh, String nameEn, int ordinal) {
        super(UnitId.random().value());
        this.kind = kind;
        this.nameTh = nameTh.strip();
        this.nameEn = nameEn.strip();
        this.ordinal = ordinal;
    }

    int ordinal() {
        return ordinal;
    }

    UnitView view() {
        return new UnitView(new UnitId(id()), kind, nameTh, nameEn);
    }
}
