package org.sucharit.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs a Spring test on a new H2 database in memory. To run one set of tests on both databases, write them in an
 * abstract class and extend it twice, in files of their own, because Surefire passes over classes inside classes:
 * {@code @OnH2 class FooOnH2Tests extends FooTests {}} and the same with {@link OnPostgres}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ContextConfiguration(initializers = TestDatabase.H2.class)
public @interface OnH2 {}
