// Who customer number i is: the rule of bench/fill.cpp.
export const token = "kt_bench_only_on_this_machine";

const digits = (i) => String((i * 7_654_321) % 10_000_000).padStart(7, "0");

export const phone = (i) => `+4670${digits(i)}`;
export const nationalPhone = (i) => `070${digits(i)}`;
export const email = (i) => `customer${i}@shop${i % 97}.example`;
