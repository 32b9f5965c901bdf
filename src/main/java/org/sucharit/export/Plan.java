package org.sucharit.export;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sucharit.casefile.OpenCase;
import org.sucharit.casefile.Revealed;
import org.sucharit.kernel.CaseId;

/** A copy that is in the register and may be sent. What was written for it is kept; files are read again from the case. */
record Plan(CaseId caseId, String name, List<Planned> files, List<Parcel.Measured> measured) {

    sealed interface Planned {
        String name();
    }

    record Written(String name, byte[] bytes) implements Planned {}

    /** @param telling whether it tells who reported */
    record Stored(String name, UUID file, boolean telling) implements Planned {}

    boolean tells() {
        return files.stream().anyMatch(file -> file instanceof Stored stored && stored.telling());
    }

    static Parcel parcel(List<Planned> files, OpenCase open, @Nullable Revealed reporter) {
        Parcel parcel = new Parcel();
        for (Planned file : files) {
            switch (file) {
                case Written written -> parcel.add(written.name(), written.bytes());
                case Stored stored
                when stored.telling() ->
                    parcel.add(
                            stored.name(),
                            out -> Objects.requireNonNull(reporter)
                                    .read(stored.file())
                                    .copyTo(out));
                case Stored stored ->
                    parcel.add(stored.name(), out -> open.read(stored.file()).copyTo(out));
            }
        }
        return parcel;
    }
}
