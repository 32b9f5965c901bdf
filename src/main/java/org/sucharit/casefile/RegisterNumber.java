package org.sucharit.casefile;

/**
 * A number of the complaint register: n/year of the Buddhist era, each series from 1 every calendar year.
 *
 * @param series confidential cases run in a register of their own
 */
public record RegisterNumber(Series series, int number, int year) {

    public enum Series {
        GENERAL,
        SECRET
    }

    @Override
    public String toString() {
        return number + "/" + year;
    }
}
