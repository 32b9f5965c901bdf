package org.sucharit.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.sucharit.casefile.Content;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.Holder;
import org.sucharit.organisation.People;
import org.sucharit.screen.Choice;

/** The published list of officers, to name the accused from. */
@Component
class PublishedOfficers {

    private final People people;
    private final Time time;

    PublishedOfficers(People people, Time time) {
        this.people = people;
        this.time = time;
    }

    /** By the name of their unit, in the order of units and posts; a choice is an appointment. */
    Map<String, List<Choice>> byUnit(Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        Map<String, List<Choice>> units = new LinkedHashMap<>();
        for (Holder holder : people.officers(time.today())) {
            String unit = english
                    ? holder.post().unit().nameEn()
                    : holder.post().unit().nameTh();
            String title = english ? holder.post().titleEn() : holder.post().titleTh();
            String name = english && !holder.person().nameEn().isEmpty()
                    ? holder.person().nameEn()
                    : holder.person().nameTh();
            units.computeIfAbsent(unit, none -> new ArrayList<>())
                    .add(Choice.of(holder.appointment(), title + " — " + name));
        }
        return units;
    }

    /** What is filed of each, by appointment. */
    Map<String, Content.Accused> byAppointment() {
        Map<String, Content.Accused> all = new LinkedHashMap<>();
        for (Holder holder : people.officers(time.today())) {
            all.put(
                    holder.appointment().toString(),
                    new Content.Accused(
                            holder.person().nameTh(),
                            holder.post().titleTh(),
                            holder.post().unit().nameTh(),
                            holder.person().id()));
        }
        return all;
    }
}
