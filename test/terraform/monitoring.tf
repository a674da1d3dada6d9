# Alarms and dashboards, with all that can be set of them.

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name                            = "shop-5xx"
  alarm_description                     = "Errors of the shop, round ${var.round}"
  namespace                             = "AWS/ApiGateway"
  metric_name                           = "5XXError"
  dimensions                            = { ApiName = "shop", Stage = "prod" }
  statistic                             = "Sum"
  unit                                  = "Count"
  period                                = 60
  evaluation_periods                    = 5
  datapoints_to_alarm                   = var.round == "one" ? 3 : 4
  threshold                             = 10.5
  comparison_operator                   = "GreaterThanOrEqualToThreshold"
  treat_missing_data                    = "notBreaching"
  alarm_actions                         = ["arn:aws:sns:us-east-1:000000000000:ops", "arn:aws:lambda:us-east-1:000000000000:function:notify"]
  ok_actions                            = ["arn:aws:sns:us-east-1:000000000000:ops"]
  insufficient_data_actions             = []
  tags                                  = { team = var.round }
}

resource "aws_cloudwatch_metric_alarm" "slow" {
  alarm_name                            = "shop-slow"
  namespace                             = "AWS/ApiGateway"
  metric_name                           = "Latency"
  dimensions                            = { ApiName = "shop" }
  extended_statistic                    = "p99"
  evaluate_low_sample_count_percentiles = "ignore"
  period                                = 300
  evaluation_periods                    = 1
  threshold                             = var.round == "one" ? 500 : 800
  comparison_operator                   = "GreaterThanThreshold"
  actions_enabled                       = false
}

resource "aws_cloudwatch_metric_alarm" "rate" {
  alarm_name          = "shop-error-rate"
  evaluation_periods  = 2
  threshold           = var.round == "one" ? 5 : 6
  comparison_operator = "GreaterThanThreshold"

  metric_query {
    id          = "rate"
    expression  = "100 * errors / calls"
    label       = "Error rate"
    return_data = true
  }
  metric_query {
    id = "errors"
    metric {
      namespace   = "AWS/ApiGateway"
      metric_name = "5XXError"
      dimensions  = { ApiName = "shop" }
      period      = 60
      stat        = "Sum"
    }
  }
  metric_query {
    id = "calls"
    metric {
      namespace   = "AWS/ApiGateway"
      metric_name = "Count"
      dimensions  = { ApiName = "shop" }
      period      = 60
      stat        = "Sum"
      unit        = "Count"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "unusual" {
  alarm_name          = "shop-unusual"
  evaluation_periods  = var.round == "one" ? 2 : 3
  threshold_metric_id = "band"
  comparison_operator = "LessThanLowerOrGreaterThanUpperThreshold"

  metric_query {
    id          = "band"
    expression  = "ANOMALY_DETECTION_BAND(calls, 2)"
    label       = "Calls (expected)"
    return_data = true
  }
  metric_query {
    id          = "calls"
    return_data = true
    metric {
      namespace   = "AWS/ApiGateway"
      metric_name = "Count"
      dimensions  = { ApiName = "shop" }
      period      = 300
      stat        = "Average"
    }
  }
}

resource "aws_cloudwatch_composite_alarm" "shop" {
  alarm_name        = "shop"
  alarm_description = "Something is wrong with the shop, round ${var.round}"
  alarm_rule        = "ALARM(${aws_cloudwatch_metric_alarm.errors.alarm_name}) OR AT_LEAST(2, ALARM, (${aws_cloudwatch_metric_alarm.rate.alarm_name}, ${aws_cloudwatch_metric_alarm.slow.alarm_name}))"
  alarm_actions     = ["arn:aws:sns:us-east-1:000000000000:ops"]
  ok_actions        = var.round == "one" ? [] : ["arn:aws:sns:us-east-1:000000000000:ops"]
  tags              = { team = var.round }

  actions_suppressor {
    alarm            = aws_cloudwatch_metric_alarm.unusual.alarm_name
    wait_period      = 60
    extension_period = var.round == "one" ? 60 : 120
  }
}

resource "aws_cloudwatch_dashboard" "shop" {
  dashboard_name = "shop"
  dashboard_body = jsonencode({
    start = "-PT6H"
    widgets = [
      {
        type = "metric", x = 0, y = 0, width = 12, height = 6
        properties = {
          title   = "Requests, round ${var.round}"
          region  = "us-east-1"
          period  = 60
          stat    = "Sum"
          metrics = [["AWS/ApiGateway", "Count", "ApiName", "shop"], [".", "5XXError", ".", "."]]
        }
      },
      { type = "alarm", x = 12, y = 0, width = 6, height = 3, properties = { title = "Alarms", alarms = [aws_cloudwatch_metric_alarm.errors.arn] } },
    ]
  })
}
