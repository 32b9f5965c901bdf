package org.sucharit.vault;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.InstallationKey;

/**
 * Keys that were there before anybody vouched for any count as they did, those under a password that somebody else set
 * excepted. In Java because it takes the installation key; once, because Flyway runs a migration once.
 */
@Component
class V0013_1__VouchForKeysOfBefore extends BaseJavaMigration {

    private final InstallationKey installation;

    V0013_1__VouchForKeysOfBefore(InstallationKey installation) {
        this.installation = installation;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        try (PreparedStatement read = context.getConnection()
                        .prepareStatement(
                                "select person_id, organisation_id, public_key from person_key where not temporary");
                PreparedStatement write = context.getConnection()
                        .prepareStatement("update person_key set vouched_by = person_id, vouched_at = changed_at,"
                                + " vouch_mac = ? where person_id = ?");
                ResultSet keys = read.executeQuery()) {
            while (keys.next()) {
                UUID person = keys.getObject("person_id", UUID.class);
                UUID organisation = keys.getObject("organisation_id", UUID.class);
                write.setBytes(
                        1, Vouching.word(installation, organisation, person, keys.getBytes("public_key"), person));
                write.setObject(2, person);
                write.executeUpdate();
            }
        }
    }
}
