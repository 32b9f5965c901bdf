package org.sucharit.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AppointmentRepository extends Repository<Appointment, UUID> {

    String IN_FORCE = """
            select a from Appointment a join fetch a.person join fetch a.post p join fetch p.unit u
            where a.fromDay <= :day and (a.untilDay is null or a.untilDay >= :day)
            """;

    String IN_ORDER = " order by u.ordinal, p.ordinal, p.id, a.acting, a.fromDay, a.id";

    void save(Appointment appointment);

    Optional<Appointment> findById(UUID id);

    @Query(IN_FORCE + IN_ORDER)
    List<Appointment> inForce(LocalDate day);

    @Query(IN_FORCE + " and p.kind = :kind" + IN_ORDER)
    List<Appointment> inForce(PostKind kind, LocalDate day);

    /** Of one person, and of those who hold the same posts. */
    @Query(IN_FORCE + """
                     and p.id in (select b.post.id from Appointment b where b.person.id = :person
                         and b.fromDay <= :day and (b.untilDay is null or b.untilDay >= :day))
                    """ + IN_ORDER)
    List<Appointment> inForceAround(UUID person, LocalDate day);

    @Query("""
            select a from Appointment a join fetch a.person where a.post.id = :post
            and a.fromDay <= :until and (a.untilDay is null or a.untilDay >= :from)
            """)
    List<Appointment> overlapping(UUID post, LocalDate from, LocalDate until);

    /** Of one person, those that have not ended before a day. */
    @Query("""
            select a from Appointment a join fetch a.person join fetch a.post p join fetch p.unit
            where a.person.id = :person and (a.untilDay is null or a.untilDay >= :from)
            """)
    List<Appointment> ofPerson(UUID person, LocalDate from);
}
