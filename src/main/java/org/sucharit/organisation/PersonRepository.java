package org.sucharit.organisation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PersonRepository extends Repository<Person, UUID> {

    void save(Person person);

    Optional<Person> findById(UUID id);

    Optional<Person> findByUsername(String username);

    boolean existsByUsername(String username);

    Slice<Person> findAllByOrderByUsername(Pageable page);

    List<Person> findAllByOrderByUsername();

    record Former(UUID personId, FormerName name) {}

    @Query("select new org.sucharit.organisation.PersonRepository$Former(p.id, f) from Person p join p.formerNames f")
    List<Former> findFormerNames();
}
