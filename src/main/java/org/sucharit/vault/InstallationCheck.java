package org.sucharit.vault;

import java.security.MessageDigest;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.InstallationKey;

/** Refuses to start on a database that belongs to another installation key, before anything is sealed with the wrong one. */
@Component
@DependsOnDatabaseInitialization
class InstallationCheck {

    InstallationCheck(JdbcClient jdbc, InstallationKey key) {
        byte[] check = key.derive("check", 16);
        if (!MessageDigest.isEqual(known(jdbc, check), check)) {
            throw new IllegalStateException("The installation key is not the one that this database was made with;"
                    + " name the right file in sucharit.installation-key");
        }
    }

    private static byte[] known(JdbcClient jdbc, byte[] check) {
        String stored = "select key_check from installation where id = 1";
        return jdbc.sql(stored)
                .query((row, n) -> row.getBytes("key_check"))
                .optional()
                .orElseGet(() -> {
                    try {
                        jdbc.sql("insert into installation (id, key_check) values (1, ?)")
                                .param(check)
                                .update();
                        return check;
                    } catch (DuplicateKeyException anotherNode) {
                        return jdbc.sql(stored)
                                .query((row, n) -> row.getBytes("key_check"))
                                .single();
                    }
                });
    }
}
