// A row of `contacts` as the two versions of the SPI show it.

export function asContact(row) {
  return {
    contactid: String(row.contact_id),
    email: row.email,
    membernumber: row.member_number,
    namefirst: row.first_name,
    namelast: row.last_name,
    personalid: row.personal_id,
    company: row.company,
    companyid: row.company_id,
    phone: row.phone,
    mobile: row.mobile,
    invoice_address: row.invoice_line1,
    invoice_address2: row.invoice_line2,
    invoice_zip: row.invoice_zip,
    invoice_city: row.invoice_city,
    invoice_state: row.invoice_state,
    invoice_countryid: row.invoice_country.toLowerCase(),
    delivery_address: row.delivery_line1,
    delivery_address2: row.delivery_line2,
    delivery_zip: row.delivery_zip,
    delivery_city: row.delivery_city,
    delivery_state: row.delivery_state,
    delivery_countryid: row.delivery_country.toLowerCase(),
    gender: row.gender,
    birthday: row.birthday ? `${row.birthday}T00:00:00Z` : "",
    accepts_email: (row.accepts & 1n) !== 0n,
    accepts_sms: (row.accepts & 2n) !== 0n,
    accepts_mail: (row.accepts & 4n) !== 0n,
    acceptedconsents: JSON.parse(row.accepted_consents),
    voucherpasswords: [],
    storeexternalid: row.store || null,
  };
}

const money = (minor) => (minor / 100).toFixed(2);

function addressOf(row, kind) {
  return {
    address: row[`${kind}_line1`],
    address2: row[`${kind}_line2`],
    zip: row[`${kind}_zip`],
    city: row[`${kind}_city`],
    state: row[`${kind}_state`],
    country_id: row[`${kind}_country`],
  };
}

function checkOf(check) {
  return {
    bonus_check_id: check.check_id,
    name: check.name,
    description: check.description,
    value: money(check.remaining_minor),
    redeemed: false,
    date_redeemed: null,
    remaining: money(check.remaining_minor),
    currency: check.currency,
    valid_from: check.valid_from,
    valid_to: check.valid_to,
  };
}

// Loyalty and the latest purchase, as Kassabro's card has them by default.
function sectionsOf(row, checks, latest) {
  const left = checks.reduce((sum, check) => sum + check.remaining_minor, 0);
  const sections = [{ title: "Loyalty", values: [{ title: "Bonus left", value: `${money(left)} SEK` }] }];
  if (latest)
    sections.push({
      title: "Latest purchase",
      values: [
        { title: "Date", value: new Date(latest.ordered_at).toISOString().slice(0, 10) },
        { title: "Store", value: latest.store },
        { title: "Amount", value: `${money(latest.total_minor)} ${latest.currency}` },
      ],
    });
  return sections;
}

export function asCustomer(row, checks, latest) {
  return {
    customer_id: String(row.contact_id),
    member_number: row.member_number,
    email: row.email,
    name_first: row.first_name,
    name_last: row.last_name,
    mobile: row.mobile,
    phone: row.phone,
    personal_id: row.personal_id,
    company: row.company,
    company_id: row.company_id,
    birthday: row.birthday,
    gender: row.gender,
    invoice_address: addressOf(row, "invoice"),
    delivery_address: addressOf(row, "delivery"),
    accepts_communication: [[1n, "email"], [4n, "mail"], [2n, "sms"]].filter(([bit]) => row.accepts & bit).map(([, way]) => way),
    consents: JSON.parse(row.accepted_consents),
    additional_options: [],
    status: { color: "green", text: "" },
    promotions: [],
    bonus_checks: checks.map(checkOf),
    voucher_passwords: [],
    store_id_home: row.store,
    sections: sectionsOf(row, checks, latest),
  };
}
