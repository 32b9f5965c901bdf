package org.sucharit.document;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Numbers as they are read out in Thai, and amounts of money as cheques and vouchers write them. */
public final class ThaiNumbers {

    private static final String[] DIGITS = {"ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"};
    private static final String[] PLACES = {"", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"};
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    private ThaiNumbers() {}

    /** 121 is "หนึ่งร้อยยี่สิบเอ็ด". */
    public static String words(long number) {
        return words(BigInteger.valueOf(number));
    }

    /** 28,450.75 is "สองหมื่นแปดพันสี่ร้อยห้าสิบบาทเจ็ดสิบห้าสตางค์"; a round amount ends in "ถ้วน". Rounded to satang. */
    public static String baht(BigDecimal amount) {
        BigDecimal rounded = amount.setScale(2, RoundingMode.HALF_UP);
        String sign = rounded.signum() < 0 ? "ลบ" : "";
        BigInteger[] parts = rounded.abs().unscaledValue().divideAndRemainder(BigInteger.valueOf(100));
        boolean noBaht = parts[0].signum() == 0;
        boolean noSatang = parts[1].signum() == 0;
        if (noSatang) {
            return sign + words(parts[0]) + "บาทถ้วน";
        }
        return sign + (noBaht ? "" : words(parts[0]) + "บาท") + words(parts[1]) + "สตางค์";
    }

    private static String words(BigInteger number) {
        if (number.signum() < 0) {
            return "ลบ" + words(number.negate());
        }
        if (number.signum() == 0) {
            return DIGITS[0];
        }
        StringBuilder out = new StringBuilder();
        BigInteger[] parts = number.divideAndRemainder(MILLION);
        if (parts[0].signum() > 0) {
            out.append(words(parts[0])).append("ล้าน");
        }
        underMillion(parts[1].intValue(), parts[0].signum() > 0, out);
        return out.toString();
    }

    /** @param follows whether millions were read before, so that a last one is "เอ็ด" */
    private static void underMillion(int number, boolean follows, StringBuilder out) {
        int place = 100_000;
        for (int i = PLACES.length - 1; i >= 0; i--, place /= 10) {
            int digit = number / place % 10;
            if (digit == 0) {
                continue;
            }
            if (i == 1 && digit == 1) {
                out.append(PLACES[1]);
            } else if (i == 1 && digit == 2) {
                out.append("ยี่").append(PLACES[1]);
            } else if (i == 0 && digit == 1 && (number > 1 || follows)) {
                out.append("เอ็ด");
            } else {
                out.append(DIGITS[digit]).append(PLACES[i]);
            }
        }
    }
}
