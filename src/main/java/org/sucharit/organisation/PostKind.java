package org.sucharit.organisation;

/** What a post may do in a case, and what it means for a case that its holder is accused. A person may hold several. */
public enum PostKind {
    /** เจ้าหน้าที่รับเรื่อง */
    INTAKE_CLERK,
    /** หัวหน้างานการเจ้าหน้าที่ */
    PERSONNEL_HEAD,
    PERSONNEL_OFFICER,
    /** นิติกร */
    LEGAL_OFFICER,
    /** หัวหน้าสำนักปลัด */
    OFFICE_HEAD,
    /** ผู้อำนวยการกอง */
    DIVISION_HEAD,
    DIVISION_OFFICER,
    /** ปลัด */
    CHIEF_ADMINISTRATOR,
    /** รองปลัด */
    DEPUTY_CHIEF_ADMINISTRATOR,
    /** นายก */
    MAYOR,
    /** รองนายก */
    DEPUTY_MAYOR,
    /** สมาชิกสภา */
    COUNCIL_MEMBER,
    /** ผู้ดูแลระบบ: keeps people, posts and settings, reads no case; not on the published list of officers. */
    ADMINISTRATOR
}
