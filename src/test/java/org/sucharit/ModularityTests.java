package org.sucharit;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void modulesUseEachOtherOnlyAsTheySay() {
        ApplicationModules.of(SucharitApplication.class).verify();
    }
}
