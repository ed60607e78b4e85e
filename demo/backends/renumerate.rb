# frozen_string_literal: true

require "json"
require "net/http"
require "timeout"

# Makes a retention session for the cancel button. Ruby 3.0 or newer, standard library only.
#
#   session = Renumerate.create_retention_session(customer_id: "cus_…")
#   # { session_id: … } for the SDK, or { fallback_url: … } for a plain link
#
# A customer who wants to leave must never meet an error, so whatever goes wrong, or takes longer
# than two seconds in all, ends in the fallback link and one line on stderr.
module Renumerate
  DEADLINE_SECONDS = 2

  # A missing setting stops the start of the app instead of surprising a customer later.
  ENDPOINT = URI("#{ENV.fetch("RENUMERATE_URL").chomp("/")}/v1/retention/session")
  PRIVATE_KEY = ENV.fetch("RENUMERATE_PRIVATE_KEY")
  FALLBACK_URL = ENV.fetch("RENUMERATE_FALLBACK_URL")
  private_constant :ENDPOINT, :PRIVATE_KEY, :FALLBACK_URL

  # Give at least one of customer_id and customer_email, as Stripe knows them.
  def self.create_retention_session(customer_id: nil, customer_email: nil, subscription_id: nil)
    retention = { customer_id:, customer_email:, subscription_id: }.compact
    { session_id: Timeout.timeout(DEADLINE_SECONDS) { request(retention) } }
  rescue StandardError => error
    warn "renumerate: no retention session, using the fallback (#{error.class}: #{error.message})"
    { fallback_url: FALLBACK_URL }
  end

  def self.request(retention)
    headers = { "Content-Type" => "application/json", "X-Brand-Key" => PRIVATE_KEY }
    response = Net::HTTP.post(ENDPOINT, JSON.generate(retention: retention), headers)
    answer = JSON.parse(response.body)
    raise "HTTP #{response.code} #{answer["code"]}: #{answer["error"]}" unless response.code == "200"

    answer.fetch("session").fetch("id")
  end
  private_class_method :request
end
