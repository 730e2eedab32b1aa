#include "receipt/page_style.hpp"

#include <sodium.h>

#include <array>

namespace kassabro::receipt {

const std::string_view page_style = R"css(
:root{color-scheme:light dark;--paper:#fff;--ink:#1b1b1f;--soft:#5c5c66;--line:#d9d9e0;--back:#f1f1f4;--warn:#a3160f}
@media (prefers-color-scheme:dark){:root{--paper:#1d1d22;--ink:#ececf1;--soft:#a7a7b3;--line:#3b3b45;--back:#121215;--warn:#ff9d94}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--ink);font:16px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
main{max-width:36rem;margin:0 auto;padding:1.5rem 1.25rem 2rem;background:var(--paper);overflow-wrap:anywhere}
h1{font-size:1.15rem;font-weight:600;margin:0}
h2{font-size:.8rem;font-weight:600;letter-spacing:.04em;text-transform:uppercase;color:var(--soft);margin:1.75rem 0 .35rem}
header p,footer p{margin:0;color:var(--soft)}
header .shop{font-size:1.6rem;font-weight:700;line-height:1.2;color:var(--ink);margin-bottom:.35rem}
header h1{margin-top:1.25rem}
.total-top{font-size:2.1rem;font-weight:700;line-height:1.2;font-variant-numeric:tabular-nums;margin:.1rem 0 0;color:var(--ink)}
.warning{color:var(--warn);font-weight:600;margin-top:.5rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem .75rem;margin:1.25rem 0 0;font-size:.875rem}
dt{color:var(--soft)}dd{margin:0;text-align:right}
table{width:100%;border-collapse:collapse}
th,td{padding:.4rem 0;text-align:left;vertical-align:top;font-weight:400}
thead th{color:var(--soft);font-size:.85rem;padding:.15rem 0;border-bottom:1px solid var(--line)}
.n{text-align:right;white-space:nowrap;padding-left:.75rem;font-variant-numeric:tabular-nums;overflow-wrap:normal}
.items{margin-top:1.75rem}
.items tbody tr.first{border-top:1px solid var(--line)}
.items tbody:first-of-type tr.first:first-child{border-top:0}
.items tr.more td{padding-top:0;color:var(--soft)}
.items tr.first:has(+tr.more) td{padding-bottom:.1rem}
.items .group th{padding-top:1rem;font-weight:600}
.detail{display:block;color:var(--soft);font-size:.9rem}
.sums{border-top:1px solid var(--line)}
.sums td{padding:.2rem 0}
.sums tr:first-child td{padding-top:.5rem}
.sums .total td,.vat tfoot td{font-weight:700}
.sums .total td{font-size:1.2rem;padding-top:.4rem}
.plain td{padding:.2rem 0}
.note{margin:.1rem 0 0;color:var(--soft);font-size:.875rem}
.vat th:not(:first-child){text-align:right;padding-left:.75rem}
.vat td{padding:.2rem 0}.vat td.n{padding-left:.75rem}
.vat tfoot td{border-top:1px solid var(--line)}
.code{margin:2rem 0 0;text-align:center;color:var(--soft);break-inside:avoid}
.qr{display:block;width:10rem;height:10rem;margin:0 auto .5rem;border-radius:.25rem}
footer{margin-top:2rem;text-align:center;font-size:.9rem}
a{color:inherit}
.notice{min-height:100vh;display:flex;flex-direction:column;justify-content:center;gap:2rem}
.notice p{margin:.25rem 0 0;color:var(--soft)}
@media (min-width:40rem){body{padding:2rem 0}main{padding:2.5rem 3rem;border-radius:.75rem}.notice{min-height:60vh}}
@media print{
:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--back:#fff;--warn:#000}
@page{size:A4;margin:18mm 20mm}
body{font-size:10.5pt;padding:0}main{max-width:none;padding:0;border-radius:0}
h2{break-after:avoid;margin-top:1.1rem}header h1{margin-top:.75rem}.total-top{font-size:1.6rem}
dl{grid-template-columns:repeat(2,max-content 1fr);gap:.15rem 1rem;margin-top:.75rem}dd{text-align:left}
th,td{padding-top:.22rem;padding-bottom:.22rem}.items,.code{margin-top:1.1rem}
tr,dl{break-inside:avoid}thead{display:table-header-group}
.qr{width:32mm;height:32mm}footer{display:none}}
)css";

std::string security_policy_of(std::string_view style) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(style.data()), style.size());
  std::array<char, sodium_base64_ENCODED_LEN(crypto_hash_sha256_BYTES, sodium_base64_VARIANT_ORIGINAL)> text{};
  sodium_bin2base64(text.data(), text.size(), digest.data(), digest.size(), sodium_base64_VARIANT_ORIGINAL);
  return std::string("default-src 'none'; style-src 'sha256-") + text.data() +
         "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}

const std::string& page_security_policy() {
  static const std::string text = security_policy_of(page_style);
  return text;
}

}  // namespace kassabro::receipt
