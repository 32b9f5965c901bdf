package org.sucharit.organisation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.OrganisationChanged.Change;

/** The organisations that share this installation. */
@Service
public class Organisations {

    private static final Pattern SHORT_NAME = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    /** First parts of addresses that are the installation's own. */
    private static final Set<String> RESERVED = Set.of(
            "actuator",
            "api",
            "assets",
            "css",
            "error",
            "favicon",
            "fonts",
            "images",
            "js",
            "login",
            "logout",
            "robots",
            "setup",
            "signin",
            "static",
            "webjars");

    private final OrganisationRepository organisations;
    private final Channels channels;
    private final Changes changes;
    private final Time time;
    private final TransactionTemplate transaction;

    Organisations(
            OrganisationRepository organisations,
            Channels channels,
            Changes changes,
            Time time,
            PlatformTransactionManager transactions) {
        this.organisations = organisations;
        this.channels = channels;
        this.changes = changes;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** By its part of the address; works outside a scope. */
    @Transactional(readOnly = true)
    public Optional<OrganisationView> find(String shortName) {
        return organisations.findByShortName(shortName).map(Organisation::view);
    }

    /** Works outside a scope. */
    @Transactional(readOnly = true)
    public Optional<OrganisationView> find(OrganisationId id) {
        return organisations.findById(id.value()).map(Organisation::view);
    }

    /**
     * The one in scope.
     *
     * @throws IllegalStateException outside a scope
     */
    @Transactional(readOnly = true)
    public OrganisationView current() {
        return organisation().view();
    }

    /** Every one by short name, for work that goes through them all; works outside a scope. */
    @Transactional(readOnly = true)
    public List<OrganisationView> all() {
        return organisations.findAllByOrderByShortName().stream()
                .map(Organisation::view)
                .toList();
    }

    /**
     * Founds an organisation with one channel of each kind, those asked for switched on. Opens the new scope and a
     * transaction; a caller with more to do in one transaction opens both first, the scope before the transaction.
     *
     * @throws Problem invalid, or {@code shortName: taken}
     * @throws IllegalStateException in a transaction that began outside the new organisation's scope
     */
    public OrganisationView found(FoundOrganisation command) {
        check(command);
        if (CurrentOrganisation.find().filter(command.id()::equals).isPresent()) {
            return inTransaction(() -> foundInScope(command));
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("The transaction began outside the scope of the new organisation");
        }
        return CurrentOrganisation.in(command.id(), () -> inTransaction(() -> foundInScope(command)));
    }

    /** @throws Problem invalid, fields named as in {@link Settings}: {@code terms.reportDays} */
    @Transactional
    public OrganisationView change(Settings settings, @Nullable PersonId by) {
        Checks checks = new Checks();
        check(checks, settings);
        checks.done();
        Organisation organisation = organisation();
        organisation.settle(settings);
        changes.tell(Change.SETTINGS_CHANGED, CurrentOrganisation.get(), by);
        return organisation.view();
    }

    private OrganisationView foundInScope(FoundOrganisation command) {
        if (organisations.existsByShortName(command.shortName())) {
            throw Problem.invalid("shortName", "taken", command.shortName());
        }
        Organisation organisation = new Organisation(command, time.now());
        organisations.save(organisation);
        channels.open(command.channels());
        changes.tell(Change.FOUNDED, command.id(), null);
        return organisation.view();
    }

    private Organisation organisation() {
        return organisations
                .findById(CurrentOrganisation.get().value())
                .orElseThrow(() -> new IllegalStateException("The organisation in scope does not exist"));
    }

    private OrganisationView inTransaction(Supplier<OrganisationView> work) {
        return transaction.execute(_ -> work.get());
    }

    private static void check(FoundOrganisation command) {
        Checks checks = new Checks()
                .matches("shortName", command.shortName(), SHORT_NAME, "shortName")
                .require(!RESERVED.contains(command.shortName()), "shortName", "taken", command.shortName())
                .required("nameTh", command.nameTh(), 200)
                .required("nameEn", command.nameEn(), 200)
                .require(!command.channels().contains(ChannelKind.OTHER), "channels", "notAllowed");
        check(checks, command.settings());
        checks.done();
    }

    private static void check(Checks checks, Settings settings) {
        Letterhead letterhead = settings.letterhead();
        checks.optional("letterhead.documentPrefix", letterhead.documentPrefix(), 60)
                .optional("letterhead.address", letterhead.address(), 300)
                .optional("letterhead.district", letterhead.district(), 100)
                .optional("letterhead.province", letterhead.province(), 100)
                .optional("letterhead.postcode", letterhead.postcode(), 10)
                .optional("letterhead.phone", letterhead.phone(), 100)
                .optional("letterhead.email", letterhead.email(), 200)
                .optional("letterhead.website", letterhead.website(), 200);
        Terms terms = settings.terms();
        checks.between("terms.logWorkingDays", terms.logWorkingDays(), 1, 30)
                .between("terms.acknowledgeDays", terms.acknowledgeDays(), 1, terms.acknowledgeAtMostDays())
                .between("terms.acknowledgeAtMostDays", terms.acknowledgeAtMostDays(), 1, 15)
                .between("terms.screenWorkingDays", terms.screenWorkingDays(), 1, 60)
                .between("terms.assignWorkingDays", terms.assignWorkingDays(), 1, 60)
                .between("terms.answerDays", terms.answerDays(), 1, 365)
                .between("terms.reportDays", terms.reportDays(), 1, 365)
                .between("terms.escalateDaysLeft", terms.escalateDaysLeft(), 1, 365)
                .between("terms.escalateEveryDays", terms.escalateEveryDays(), 1, 365)
                .between("terms.rebuttalDays", terms.rebuttalDays(), 1, 365)
                .between("terms.grievanceDays", terms.grievanceDays(), 1, 365)
                .between("terms.unopenedWorkingDays", terms.unopenedWorkingDays(), 1, 60)
                .between("terms.vacantPostWorkingDays", terms.vacantPostWorkingDays(), 1, 60)
                .between("terms.referralFollowUpDays", terms.referralFollowUpDays(), 1, 365)
                .between("terms.retentionYears", terms.retentionYears(), 1, 100)
                .require(terms.remindDaysLeft().size() <= 20, "terms.remindDaysLeft", "tooMany", 20);
        for (int days : terms.remindDaysLeft()) {
            checks.between("terms.remindDaysLeft", days, 1, 365);
        }
    }
}
