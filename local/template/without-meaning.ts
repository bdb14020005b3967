/** Types of resources that say nothing about what runs on one machine, and why. Any other type that isn't implemented is refused. */
export const withoutMeaning: Readonly<Record<string, string>> = {
  "AWS::CDK::Metadata": "tells Amazon which constructs were used",
  "AWS::ApiGatewayV2::Deployment": "the stage deploys itself",
  "AWS::IAM::Role": "everything here runs as whoever started it; the grants are tested in test/infra",
  "AWS::IAM::Policy": "see AWS::IAM::Role",
  "AWS::IAM::ManagedPolicy": "see AWS::IAM::Role",
  "AWS::Lambda::Permission": "only the gateway can reach a function here",
  "AWS::KMS::Key": "IDENTITY_KEY_FILE takes the place of the keys",
  "AWS::KMS::Alias": "see AWS::KMS::Key",
  "AWS::SecretsManager::Secret": "IDENTITY_KEY_FILE takes the place of the secret",
  "AWS::SecretsManager::ResourcePolicy": "see AWS::SecretsManager::Secret",
  "AWS::Logs::LogGroup": "what functions write goes into one file",
};
