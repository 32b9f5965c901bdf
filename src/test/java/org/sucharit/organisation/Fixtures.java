package org.sucharit.organisation;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.sucharit.kernel.OrganisationId;

/** Made-up organisations and people. */
final class Fixtures {

    private Fixtures() {}

    static String newShortName() {
        return "t" + UUID.randomUUID().toString().substring(0, 13);
    }

    static FoundOrganisation organisation() {
        return organisation(newShortName());
    }

    static FoundOrganisation organisation(String shortName) {
        return organisation(shortName, Settings.DEFAULTS, EnumSet.of(ChannelKind.BOX, ChannelKind.WEB));
    }

    static FoundOrganisation organisation(String shortName, Settings settings, Set<ChannelKind> channels) {
        return new FoundOrganisation(
                OrganisationId.random(),
                shortName,
                OrganisationKind.SUBDISTRICT,
                "องค์การบริหารส่วนตำบลเก้าหิน",
                "Kao Hin Subdistrict Administrative Organisation",
                settings,
                channels);
    }

    static AddPerson person(String username, String nameTh) {
        return new AddPerson(username, nameTh, "", "", "");
    }
}
