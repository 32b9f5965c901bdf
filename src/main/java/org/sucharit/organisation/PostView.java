package org.sucharit.organisation;

/**
 * A post: one seat in a unit.
 *
 * @param titleTh as it stands under a signature: "ผู้อำนวยการกองช่าง"
 */
public record PostView(PostId id, PostKind kind, String titleTh, String titleEn, UnitView unit) {}
