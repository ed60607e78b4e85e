// Package renumerate makes retention sessions for the cancel button. Go 1.19 or newer, standard
// library only.
//
//	client, err := renumerate.FromEnv() // once, when the app starts
//	session := client.CreateRetentionSession(ctx, renumerate.Customer{ID: "cus_…"})
//	// session.ID for the SDK, or, when it is empty, session.FallbackURL for a plain link
//
// A customer who wants to leave must never meet an error, so whatever goes wrong, or takes longer
// than two seconds in all, ends in the fallback link and one line in the log.
package renumerate

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"strings"
	"time"
)

const deadline = 2 * time.Second

// Customer says whose session it is, as Stripe knows them: at least one of ID and Email.
type Customer struct {
	ID             string `json:"customer_id,omitempty"`
	Email          string `json:"customer_email,omitempty"`
	SubscriptionID string `json:"subscription_id,omitempty"`
}

// Session has exactly one of its fields set.
type Session struct {
	ID          string `json:"session_id,omitempty"`
	FallbackURL string `json:"fallback_url,omitempty"`
}

// Client holds the settings; it is safe for concurrent use.
type Client struct {
	serverURL, privateKey, fallbackURL string
	http                               *http.Client
}

// FromEnv reads the settings and names the one that is missing.
func FromEnv() (*Client, error) {
	client := &Client{http: &http.Client{
		// A redirect would carry the key to another host: its answer counts as a failure.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
	settings := map[string]*string{
		"RENUMERATE_URL":          &client.serverURL,
		"RENUMERATE_PRIVATE_KEY":  &client.privateKey,
		"RENUMERATE_FALLBACK_URL": &client.fallbackURL,
	}
	for name, value := range settings {
		if *value = os.Getenv(name); *value == "" {
			return nil, fmt.Errorf("%s is not set", name)
		}
	}
	return client, nil
}

// CreateRetentionSession always returns something the page can show.
func (client *Client) CreateRetentionSession(ctx context.Context, customer Customer) Session {
	ctx, cancel := context.WithTimeout(ctx, deadline)
	defer cancel()
	id, err := client.request(ctx, customer)
	if err != nil {
		log.Printf("renumerate: no retention session, using the fallback (%v)", err)
		return Session{FallbackURL: client.fallbackURL}
	}
	return Session{ID: id}
}

func (client *Client) request(ctx context.Context, customer Customer) (string, error) {
	body, err := json.Marshal(map[string]Customer{"retention": customer})
	if err != nil {
		return "", err
	}
	url := strings.TrimRight(client.serverURL, "/") + "/v1/retention/session"
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		return "", err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("X-Brand-Key", client.privateKey)

	response, err := client.http.Do(request)
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	var answer struct {
		Session     struct{ ID string }
		Error, Code string
	}
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return "", fmt.Errorf("HTTP %d with a body that is not the expected JSON", response.StatusCode)
	}
	if response.StatusCode != http.StatusOK || answer.Session.ID == "" {
		return "", fmt.Errorf("HTTP %d %s: %s", response.StatusCode, answer.Code, answer.Error)
	}
	return answer.Session.ID, nil
}
