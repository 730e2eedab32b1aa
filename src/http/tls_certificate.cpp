#include "http/tls_certificate.hpp"

#include <openssl/ssl.h>

#include <ctime>
#include <utility>

#include "base/error.hpp"

namespace kassabro::http {

namespace ssl = boost::asio::ssl;

namespace {

[[noreturn]] void refuse(const std::string& file, const std::string& why) {
  throw InfrastructureFailure("The file " + file + " " + why);
}

Timestamp end_of(SSL_CTX* context) {
  std::tm utc{};
  const auto* certificate = SSL_CTX_get0_certificate(context);
  if (certificate == nullptr || ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &utc) != 1) return {};
  return Timestamp(std::chrono::seconds(timegm(&utc)));
}

}  // namespace

TlsCertificate::TlsCertificate(Files files, const Clock& clock, Notes notes)
    : files_(std::move(files)), clock_(clock), notes_(std::move(notes)), mark_(mark()), loaded_(load()) {
  notes_.on_loaded(loaded_.ends_at);
  next_look_ = clock_.now() + look_every;
}

TlsCertificate::Loaded TlsCertificate::load() const {
  auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
  context->set_options(ssl::context::default_workarounds | ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1 |
                       ssl::context::no_compression);
  SSL_CTX_set_mode(context->native_handle(), SSL_MODE_RELEASE_BUFFERS);  // an idle till's connection is small
  boost::system::error_code error;
  context->use_certificate_chain_file(files_.certificate, error);
  if (error) refuse(files_.certificate, "holds no certificate in PEM form that can be read: " + error.message());
  context->use_private_key_file(files_.key, ssl::context::pem, error);
  if (error)
    refuse(files_.key, "holds no private key in PEM form of the certificate in " + files_.certificate + ": " + error.message());
  if (SSL_CTX_check_private_key(context->native_handle()) != 1) refuse(files_.key, "is the key of another certificate.");
  const auto ends_at = end_of(context->native_handle());
  if (ends_at <= clock_.now()) refuse(files_.certificate, "holds a certificate that has ended.");
  return {std::move(context), ends_at};
}

TlsCertificate::Mark TlsCertificate::mark() const {
  std::error_code missing;  // load() says so, with the file's name
  return {std::filesystem::last_write_time(files_.certificate, missing), std::filesystem::last_write_time(files_.key, missing)};
}

std::shared_ptr<ssl::context> TlsCertificate::context() {
  const std::scoped_lock lock(mutex_);
  if (const auto now = clock_.now(); now >= next_look_ || now + look_every < next_look_) look_again(now);
  return loaded_.context;
}

// While one of the two files is new and the other is not, they do not fit; the next look sees both.
void TlsCertificate::look_again(Timestamp now) {
  next_look_ = now + look_every;
  const auto seen = mark();
  if (seen == mark_) return;
  try {
    loaded_ = load();
    mark_ = seen;
    notes_.on_loaded(loaded_.ends_at);
  } catch (const InfrastructureFailure& trouble) {
    if (seen != std::exchange(told_, seen)) notes_.on_trouble(trouble.what());
  }
}

}  // namespace kassabro::http
