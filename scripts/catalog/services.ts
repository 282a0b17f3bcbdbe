/**
 * How the errors of each service begin that AWS lists as reached by an SDK integration; in small letters it is
 * the service of the ARN. Read in 2025 from "Learning to use AWS service SDK integrations in Step Functions".
 */
export const EXCEPTION_PREFIXES: readonly string[] = `
  AccessAnalyzer Account Acm AcmPca Amp Amplify AmplifyBackend AmplifyUiBuilder ApiGateway ApiGatewayV2 AppConfig
  AppConfigData AppFabric AppIntegrations AppMesh AppRunner AppStream AppSync AppTest Appflow
  ApplicationAutoScaling ApplicationCostProfiler ApplicationDiscovery ApplicationInsights ApplicationSignals
  ArcZonalShift Athena AuditManager AutoScaling AutoScalingPlans B2Bi Backup BackupGateway BackupSearch Batch
  BcmDataExports BcmPricingCalculator Bedrock BedrockAgent BedrockAgentRuntime BedrockDataAutomation
  BedrockDataAutomationRuntime BedrockRuntime Billing Billingconductor Braket Budgets Chime ChimeSdkIdentity
  ChimeSdkMediaPipelines ChimeSdkMeetings ChimeSdkMessaging ChimeSdkVoice CleanRooms CleanRoomsMl Cloud9
  CloudControl CloudDirectory CloudFormation CloudFront CloudFrontKeyValueStore CloudHsm CloudHsmV2 CloudSearch
  CloudTrail CloudTrailData CloudWatch CloudWatchLogs CodeBuild CodeCatalyst CodeCommit CodeConnections CodeDeploy
  CodeGuruProfiler CodeGuruReviewer CodeGuruSecurity CodePipeline CodeStarConnections Codeartifact
  CodestarNotifications CognitoIdentity CognitoIdentityProvider CognitoSync Comprehend ComprehendMedical
  ComputeOptimizer Config Connect ConnectCampaigns ConnectCampaignsV2 ConnectCases ConnectContactLens
  ConnectParticipant ControlCatalog ControlTower CostAndUsageReport CostExplorer CostOptimizationHub
  CustomerProfiles DataBrew DataExchange DataPipeline DataSync DataZone DatabaseMigration Dax Deadline Detective
  DevOpsGuru DeviceFarm DirectConnect Directory DirectoryServiceData Dlm DocDb DocDbElastic Drs Dsql DynamoDb
  DynamoDbStreams Ebs Ec2 Ec2InstanceConnect Ecr EcrPublic Ecs Efs Eks EksAuth ElastiCache ElasticBeanstalk
  ElasticInference ElasticLoadBalancing ElasticLoadBalancingV2 ElasticTranscoder Elasticsearch Emr EmrContainers
  EmrServerless EntityResolution EventBridge Evidently FSx Finspace FinspaceData Firehose Fis Fms Forecast
  Forecastquery FraudDetector FreeTier GameLift GeoMaps GeoPlaces GeoRoutes Glacier Glue Grafana Greengrass
  GreengrassV2 GroundStation GuardDuty Health HealthLake Honeycode Iam Identitystore Imagebuilder Inspector
  Inspector2 InspectorScan InternetMonitor Invoicing IoTAnalytics IoTFleetHub IoTFleetWise IoTSecureTunneling
  IoTSiteWise IoTThingsGraph IoTTwinMaker Iot IotDeviceAdvisor IotEvents IotEventsData IotJobsDataPlane IotWireless
  Ivs IvsRealTime Ivschat Kafka KafkaConnect Kendra KendraRanking Keyspaces Kinesis KinesisAnalytics
  KinesisAnalyticsV2 KinesisVideo KinesisVideoArchivedMedia KinesisVideoMedia KinesisVideoSignaling
  KinesisVideoWebRtcStorage Kms LakeFormation Lambda LaunchWizard LexModelBuilding LexModelsV2 LexRuntime
  LexRuntimeV2 LicenseManager LicenseManagerLinuxSubscriptions LicenseManagerUserSubscriptions Lightsail Location
  LookoutEquipment LookoutMetrics LookoutVision M2 MTurk Macie2 MailManager ManagedBlockchain
  ManagedBlockchainQuery MarketplaceCatalog MarketplaceCommerceAnalytics MarketplaceEntitlement
  MarketplaceMetering MarketplaceReporting MediaConnect MediaConvert MediaLive MediaPackage MediaPackageV2
  MediaPackageVod MediaStore MediaTailor MedicalImaging MemoryDb Mgn MigrationHub MigrationHubConfig
  MigrationHubOrchestrator MigrationHubRefactorSpaces MigrationHubStrategy Mq Mwaa Neptune NeptuneGraph
  NetworkFirewall NetworkFlowMonitor NetworkManager NetworkMonitor NotificationsContacts Oam ObservabilityAdmin
  Omics OpenSearch OpenSearchServerless OpsWorks OpsWorksCm Organizations Osis Outposts Panorama
  PartnerCentralSelling PaymentCryptography PaymentCryptographyData PcaConnectorAd PcaConnectorScep Pcs
  Personalize PersonalizeEvents PersonalizeRuntime Pi Pinpoint PinpointEmail PinpointSmsVoice PinpointSmsVoiceV2
  Pipes Polly Pricing PrivateNetworks Proton QApps QBusiness QConnect Qldb QldbSession QuickSight Ram Rbin Rds
  RdsData Redshift RedshiftData RedshiftServerless Rekognition Repostspace Resiliencehub ResourceExplorer2
  ResourceGroups ResourceGroupsTaggingApi RoboMaker RolesAnywhere Route53 Route53Domains Route53Profiles
  Route53RecoveryCluster Route53RecoveryControlConfig Route53RecoveryReadiness Route53Resolver Rum S3 S3Control
  S3Outposts S3Tables SageMaker SageMakerA2IRuntime SageMakerFeatureStoreRuntime SageMakerGeospatial
  SageMakerMetrics SageMakerRuntime SagemakerEdge Savingsplans Scheduler Schemas SecretsManager SecurityHub
  SecurityIr SecurityLake ServerlessApplicationRepository ServiceCatalog ServiceCatalogAppRegistry
  ServiceDiscovery ServiceQuotas Ses SesV2 Sfn Shield Signer SimSpaceWeaver Sms SnowDeviceManagement Snowball Sns
  SocialMessaging Sqs Ssm SsmContacts SsmIncidents SsmQuickSetup SsmSap Sso SsoAdmin SsoOidc StorageGateway Sts
  SupplyChain Support SupportApp Swf Synthetics TaxSettings Textract TimestreamInfluxDb TimestreamQuery
  TimestreamWrite Tnb Transcribe Transfer Translate TrustedAdvisor VerifiedPermissions VoiceId VpcLattice Waf
  WafRegional Wafv2 WellArchitected Wisdom WorkDocs WorkMail WorkMailMessageFlow WorkSpaces WorkSpacesThinClient
  WorkSpacesWeb XRay
`
  .trim()
  .split(/\s+/);

/** Actions that the same page says are not supported, by service, as the API spells them. */
export const UNSUPPORTED: Readonly<Record<string, string>> = {
  applicationdiscovery: 'DescribeExportConfigurations ExportConfigurations',
  bedrockagentruntime: 'InvokeAgent InvokeFlow InvokeInlineAgent OptimizePrompt RetrieveAndGenerateStream',
  bedrockruntime: 'InvokeModelWithResponseStream ConverseStream',
  cloudwatchlogs: 'StartLiveTail',
  codedeploy:
    'BatchGetDeploymentInstances GetDeploymentInstance ListDeploymentInstances SkipWaitTimeForInstanceTermination',
  comprehendmedical: 'DetectEntities',
  dataexchange: 'SendApiAsset',
  directconnect:
    'AllocateConnectionOnInterconnect DescribeConnectionLoa DescribeConnectionsOnInterconnect DescribeInterconnectLoa',
  efs: 'CreateTags',
  elastictranscoder: 'TestRole',
  emr: 'DescribeJobFlows',
  iot: 'AttachPrincipalPolicy ListPrincipalPolicies DetachPrincipalPolicy ListPolicyPrincipals',
  iotdeviceadvisor: 'ListTestCases',
  iotsitewise: 'InvokeAssistant',
  kinesis: 'SubscribeToShard',
  lambda: 'InvokeAsync InvokeWithResponseStream',
  lexruntimev2: 'StartConversation',
  mediapackage: 'RotateChannelCredentials',
  qbusiness: 'Chat',
  rdsdata: 'ExecuteSql',
  s3: 'SelectObjectContent',
  sagemakerruntime: 'InvokeEndpointWithResponseStream',
  shield: 'DeleteSubscription',
  sts: 'AssumeRole AssumeRoleWithSAML AssumeRoleWithWebIdentity',
};

/** Models of what no workflow can call: streams, endpoints of one's own, duplicates and parts of a console. */
export const UNREACHABLE: ReadonlySet<string> = new Set(
  `apigatewaymanagementapi cloudsearchdomain cloudwatchevents iamtoolbox iotdataplane lambdacore machinelearning
  mediastoredata neptunedata sagemakerruntimehttp2 signin simpledb simpledbv2 ssmguiconnect supportauthz
  transcribestreaming uxc`.split(/\s+/),
);

/** Services that workflows orchestrate; their structures are kept to a greater depth. */
export const ORCHESTRATED: ReadonlySet<string> = new Set(
  `account acm apigateway apigatewayv2 appconfig appflow applicationautoscaling appsync athena autoscaling backup
  batch bedrock bedrockagent bedrockagentruntime bedrockruntime budgets cloudcontrol cloudformation cloudfront
  cloudwatch cloudwatchlogs codebuild codepipeline cognitoidentityprovider comprehend config costexplorer
  databasemigration databrew datasync dsql dynamodb ec2 ecr ecs efs eks elasticache elasticloadbalancingv2 emr
  emrcontainers emrserverless entityresolution eventbridge firehose fis forecast fsx glue guardduty healthlake iam
  identitystore iot kafka kinesis kinesisanalyticsv2 kms lakeformation lambda location macie2 mediaconvert mq mwaa
  omics opensearch opensearchserverless organizations personalize pipes polly quicksight rds rdsdata redshift
  redshiftdata redshiftserverless rekognition resourcegroupstaggingapi route53 s3 s3control s3tables sagemaker
  sagemakerruntime scheduler secretsmanager securityhub servicecatalog servicequotas ses sesv2 sfn sns sqs ssm
  ssoadmin sts support textract timestreamquery timestreamwrite transcribe transfer translate`.split(/\s+/),
);
