package org.sucharit.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.OrganisationChanged.Change;

/**
 * The people of the organisation in scope and the posts they hold. Those of other organisations do not exist here:
 * asking for one is answered as if the id had never been given out.
 */
@Service
@Transactional
public class People {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");
    private static final Pattern EMAIL = Pattern.compile("(?:[^@\\s]+@[^@\\s]+)?");

    /** Stands for the last day of an open appointment in a comparison. */
    private static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    private final PersonRepository people;
    private final PostRepository posts;
    private final AppointmentRepository appointments;
    private final Changes changes;

    People(PersonRepository people, PostRepository posts, AppointmentRepository appointments, Changes changes) {
        this.people = people;
        this.posts = posts;
        this.appointments = appointments;
        this.changes = changes;
    }

    /** @throws Problem not found */
    @Transactional(readOnly = true)
    public PersonView get(PersonId id) {
        return person(id).view();
    }

    @Transactional(readOnly = true)
    public Optional<PersonView> find(PersonId id) {
        return people.findById(id.value()).map(Person::view);
    }

    @Transactional(readOnly = true)
    public Optional<PersonView> byUsername(String username) {
        return people.findByUsername(username).map(Person::view);
    }

    /** By username, the inactive ones too. */
    @Transactional(readOnly = true)
    public Slice<PersonView> page(int page, int size) {
        return people.findAllByOrderByUsername(PageRequest.of(page, size)).map(Person::view);
    }

    /**
     * Everybody, the inactive ones too, to find out who may be meant by a name.
     *
     * <p>Names are compared in the program and not in the database, because the name of an accused person must not reach
     * a database's log of statements.
     */
    @Transactional(readOnly = true)
    public List<PersonView> everybody() {
        return people.findAllByOrderByUsername().stream().map(Person::view).toList();
    }

    /** What people were called before: who is renamed today is still meant by what was written of them yesterday. */
    @Transactional(readOnly = true)
    public Map<PersonId, List<FormerName>> formerNames() {
        return people.findFormerNames().stream()
                .collect(Collectors.groupingBy(
                        one -> new PersonId(one.personId()),
                        Collectors.mapping(PersonRepository.Former::name, Collectors.toList())));
    }

    /** @throws Problem invalid, or {@code username: taken} */
    public PersonId add(AddPerson command, @Nullable PersonId by) {
        Checks checks = new Checks().matches("username", command.username(), USERNAME, "username");
        check(checks, command.nameTh(), command.nameEn(), command.email(), command.phone())
                .done();
        if (people.existsByUsername(command.username())) {
            throw Problem.invalid("username", "taken", command.username());
        }
        people.save(new Person(command));
        changes.tell(Change.PERSON_ADDED, command.id(), by);
        return command.id();
    }

    /** @throws Problem invalid or not found */
    public void change(PersonId id, String nameTh, String nameEn, String email, String phone, @Nullable PersonId by) {
        check(new Checks(), nameTh, nameEn, email, phone).done();
        Person person = person(id);
        person.rename(nameTh, nameEn);
        person.describe(nameTh, nameEn, email, phone);
        changes.tell(Change.PERSON_CHANGED, id, by);
    }

    /**
     * From now on they may not sign in and serve in no post, though they keep their posts. Does nothing where they are
     * inactive already.
     *
     * @throws Problem not found
     */
    public void deactivate(PersonId id, @Nullable PersonId by) {
        activate(id, false, by);
    }

    /**
     * Undoes {@link #deactivate}. Does nothing where they are active already.
     *
     * @throws Problem not found
     */
    public void reactivate(PersonId id, @Nullable PersonId by) {
        activate(id, true, by);
    }

    /** Everybody who holds a post of that kind on that day, those whom an acting officer stands in for too. */
    @Transactional(readOnly = true)
    public List<Holder> holders(PostKind kind, LocalDate on) {
        return holders(appointments.inForce(kind, on));
    }

    /** Those holders who act in a post of that kind on that day: the ones to give work to and to sign. */
    @Transactional(readOnly = true)
    public List<Holder> serving(PostKind kind, LocalDate on) {
        return holders(kind, on).stream().filter(Holder::serving).toList();
    }

    /** The posts that somebody holds on that day, those where they act for another and those where another acts too. */
    @Transactional(readOnly = true)
    public List<Holder> postsOf(PersonId person, LocalDate on) {
        return holders(appointments.inForceAround(person.value(), on)).stream()
                .filter(holder -> holder.person().id().equals(person))
                .toList();
    }

    /** The published list of officers on that day, in the order of units and posts; some hundreds at most. */
    @Transactional(readOnly = true)
    public List<Holder> officers(LocalDate on) {
        return holders(appointments.inForce(on)).stream()
                .filter(holder -> holder.post().kind() != PostKind.ADMINISTRATOR)
                .toList();
    }

    /**
     * Puts somebody into a post from a day on.
     *
     * @param orderNumber empty where it is not known
     * @throws Problem conflict {@code postHeld} where somebody holds it then or later; not found
     */
    public AppointmentId appoint(
            PersonId person, PostId post, LocalDate from, String orderNumber, @Nullable PersonId by) {
        new Checks().optional("orderNumber", orderNumber, 100).done();
        return appoint(person(person), lock(post), false, orderNumber, from, null, by);
    }

    /**
     * Names an acting officer (รักษาราชการแทน) for a post, vacant or not.
     *
     * @param until their last day; null while it is open
     * @param orderNumber of the order that names them
     * @throws Problem invalid; not found; conflict {@code postHeld} where another acts in it then, or
     *     {@code actingForOneself}
     */
    public AppointmentId appointActing(
            PersonId person,
            PostId post,
            LocalDate from,
            @Nullable LocalDate until,
            String orderNumber,
            @Nullable PersonId by) {
        new Checks()
                .required("orderNumber", orderNumber, 100)
                .require(until == null || !until.isBefore(from), "until", "beforeStart")
                .done();
        return appoint(person(person), lock(post), true, orderNumber, from, until, by);
    }

    /**
     * Ends somebody's time in a post.
     *
     * @param lastDay not before the first day; earlier than the last day so far
     * @throws Problem invalid; conflict {@code appointmentEnded} where it ends no later already; not found
     */
    public void endAppointment(AppointmentId id, LocalDate lastDay, @Nullable PersonId by) {
        Appointment appointment = appointments.findById(id.value()).orElseThrow(Problem::notFound);
        new Checks()
                .require(!lastDay.isBefore(appointment.fromDay()), "lastDay", "beforeStart")
                .done();
        if (!appointment.outlasts(lastDay)) {
            throw Problem.conflict("appointmentEnded");
        }
        appointment.endOn(lastDay);
        changes.tell(Change.APPOINTMENT_ENDED, id, by);
    }

    private AppointmentId appoint(
            Person person,
            Post post,
            boolean acting,
            String orderNumber,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable PersonId by) {
        keepAdministrationApart(person, post, from);
        for (Appointment other : appointments.overlapping(post.id(), from, until == null ? OPEN : until)) {
            if (other.isActing() == acting) {
                throw Problem.conflict("postHeld", other.person().view().nameTh());
            }
            if (other.isOf(person)) {
                throw Problem.conflict("actingForOneself");
            }
        }
        Appointment appointment = new Appointment(person, post, acting, orderNumber, from, until);
        appointments.save(appointment);
        changes.tell(acting ? Change.ACTING_APPOINTED : Change.APPOINTED, appointment.id(), by);
        return new AppointmentId(appointment.id());
    }

    /**
     * Whoever administers accounts and posts never holds a post that works on cases, or they could open any case to
     * come by appointing themselves.
     */
    private void keepAdministrationApart(Person person, Post post, LocalDate from) {
        boolean administers = post.view().kind() == PostKind.ADMINISTRATOR;
        boolean otherwise = appointments.ofPerson(person.view().id().value(), from).stream()
                .anyMatch(held -> (held.post().view().kind() == PostKind.ADMINISTRATOR) != administers);
        if (otherwise) {
            throw Problem.conflict("administratorApart", person.view().nameTh());
        }
    }

    /** The powers of a post are with the active officer who acts in it, else with its holder. */
    private static List<Holder> holders(List<Appointment> inForce) {
        Set<UUID> actedFor = inForce.stream()
                .filter(Appointment::isActing)
                .filter(Appointment::hasActiveOfficer)
                .map(appointment -> appointment.post().id())
                .collect(Collectors.toSet());
        return inForce.stream()
                .map(appointment -> appointment.holder(appointment.isActing()
                        || !actedFor.contains(appointment.post().id())))
                .toList();
    }

    private void activate(PersonId id, boolean active, @Nullable PersonId by) {
        Person person = person(id);
        if (person.isActive() != active) {
            person.activate(active);
            changes.tell(active ? Change.PERSON_REACTIVATED : Change.PERSON_DEACTIVATED, id, by);
        }
    }

    private Person person(PersonId id) {
        return people.findById(id.value()).orElseThrow(Problem::notFound);
    }

    private Post lock(PostId id) {
        return posts.findLockedById(id.value()).orElseThrow(Problem::notFound);
    }

    private static Checks check(Checks checks, String nameTh, String nameEn, String email, String phone) {
        return checks.required("nameTh", nameTh, 200)
                .optional("nameEn", nameEn, 200)
                .optional("email", email, 200)
                .matches("email", email, EMAIL, "email")
                .optional("phone", phone, 100);
    }
}
