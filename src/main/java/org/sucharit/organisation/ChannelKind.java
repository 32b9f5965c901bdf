package org.sucharit.organisation;

/** How a complaint reaches an organisation. */
public enum ChannelKind {
    /** ตู้รับข้อร้องเรียน */
    BOX("ตู้รับข้อร้องเรียน", "Complaint box"),
    POST("ไปรษณีย์", "Post"),
    /** ศูนย์ข้อมูลข่าวสาร: somebody comes in person. */
    COUNTER("ศูนย์ข้อมูลข่าวสาร", "Information centre"),
    WEB("เว็บไซต์", "Website"),
    TELEPHONE("โทรศัพท์", "Telephone"),
    /** สายตรงนายก: a risk to secrecy where the mayor is accused. */
    HOTLINE("สายตรงนายก", "Mayor's hotline"),
    DIRECT_LINE("สายตรง", "Direct line"),
    EMAIL("อีเมล", "E-mail"),
    FACEBOOK("เฟซบุ๊ก", "Facebook"),
    /** One that the organisation added: LINE, ศูนย์ดำรงธรรม, another agency's letter. */
    OTHER("อื่น ๆ", "Other");

    private final String nameTh;
    private final String nameEn;

    ChannelKind(String nameTh, String nameEn) {
        this.nameTh = nameTh;
        this.nameEn = nameEn;
    }

    /** What an organisation's channel of this kind is called until it is renamed. */
    String nameTh() {
        return nameTh;
    }

    String nameEn() {
        return nameEn;
    }
}
