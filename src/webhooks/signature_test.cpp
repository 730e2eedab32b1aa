#include "webhooks/signature.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "app/manage_endpoints.hpp"
#include "base/error.hpp"

namespace kassabro::webhooks {
namespace {

const Timestamp at = from_epoch_ms(1'614'265'330'999);

// The example of the specification's own libraries.
TEST(Signature, is_the_one_that_the_specification_s_libraries_make) {
  const SecretString secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  EXPECT_EQ(signature(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", at, R"({"test": 2432232314})"),
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}

// By OpenSSL, whose code is another's.
TEST(Signature, of_a_secret_that_we_made_is_openssl_s) {
  const auto secret = app::new_endpoint_secret();
  const auto base64 = secret.reveal().substr(6);
  std::string key(64, '\0');
  const auto decoded = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(key.data()),
                                       reinterpret_cast<const unsigned char*>(base64.data()), static_cast<int>(base64.size()));
  ASSERT_EQ(decoded, 33) << "32 bytes and one of padding";
  const std::string text = "msg_1.1614265330.{}";
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int length = 0;
  HMAC(EVP_sha256(), key.data(), 32, reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest, &length);
  std::string wanted(64, '\0');
  wanted.resize(static_cast<std::size_t>(EVP_EncodeBlock(reinterpret_cast<unsigned char*>(wanted.data()), digest, 32)));
  EXPECT_EQ(signature(secret, "msg_1", at, "{}"), "v1," + wanted);
}

TEST(Signature, after_a_rotation_both_secrets_sign_until_the_old_one_ends) {
  app::Endpoint endpoint;
  endpoint.secret = app::new_endpoint_secret();
  const auto alone = signatures(endpoint, "msg_1", at, "{}");
  EXPECT_EQ(alone, signature(endpoint.secret, "msg_1", at, "{}"));
  endpoint.old_secret = endpoint.secret;
  endpoint.secret = app::new_endpoint_secret();
  endpoint.old_secret_ends_at = at + std::chrono::hours(1);
  EXPECT_EQ(signatures(endpoint, "msg_1", at, "{}"), signature(endpoint.secret, "msg_1", at, "{}") + " " + alone);
  const auto later = at + std::chrono::hours(1);
  EXPECT_EQ(signatures(endpoint, "msg_1", later, "{}"), signature(endpoint.secret, "msg_1", later, "{}"));
}

TEST(Signature, needs_a_secret) {
  for (const auto* text : {"", "whsec_", "whsec_%%%", "c2VjcmV0"})
    EXPECT_THROW(signature(SecretString(text), "msg_1", at, "{}"), InfrastructureFailure) << text;
}

TEST(EndpointSecret, is_of_32_bytes_and_another_each_time) {
  const auto one = app::new_endpoint_secret().reveal();
  EXPECT_THAT(one, ::testing::MatchesRegex("whsec_[A-Za-z0-9+/]{43}="));
  EXPECT_NE(one, app::new_endpoint_secret().reveal());
}

}  // namespace
}  // namespace kassabro::webhooks
