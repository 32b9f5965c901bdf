package org.sucharit.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

/** One seat in a unit; posts stand in the order in which they were added. */
@Entity
class Post extends Owned {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Unit unit;

    @Enumerated(EnumType.STRING)
    private PostKind kind;

    private String titleTh;
    private String titleEn;
    private int ordinal;

    @SuppressWarnings("NullAway.Init")
    Post() {}

    Post(Unit unit, PostKind kind, String titleTh, String titleEn, int ordinal) {
        super(PostId.random().value());
        this.unit = unit;
        this.kind = kind;
        this.titleTh = titleTh.strip();
        this.titleEn = titleEn.strip();
        this.ordinal = ordinal;
    }

    int ordinal() {
        return ordinal;
    }

    PostView view() {
        return new PostView(new PostId(id()), kind, titleTh, titleEn, unit.view());
    }
}
