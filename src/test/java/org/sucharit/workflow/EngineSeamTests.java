package org.sucharit.workflow;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class EngineSeamTests {

    @Test
    void onlyThisModuleKnowsTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.sucharit.workflow..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.flowable..")
                .check(new ClassFileImporter()
                        .withImportOption(
                                new ImportOption.DoNotIncludeTests()) // the benchmark's floor is the bare engine
                        .importPackages("org.sucharit"));
    }

    @Test
    void nothingPublicOfThisModuleShowsTheEngine() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .should()
                .notHaveRawReturnType(resideInAPackage("org.flowable.."))
                .check(new ClassFileImporter().importPackages("org.sucharit.workflow"));
    }
}
